import { fileURLToPath } from 'node:url'
import { compileFolder } from '@wxpay-live/compiler'
import { expect, test } from 'vitest'
import { checkFolder, formatRefused } from '../../facts/check-folder.ts'
import { compareFolder, formatDifference } from '../../facts/compare-folder.ts'

const folder = fileURLToPath(new URL('../fixtures/check', import.meta.url))
const pages = await compileFolder(folder)
const text = (lines: string[]) => `${lines.join('\n').replaceAll(`${folder}/`, '')}\n`

test('refuses each thing that our pages must not say, with its line', async () => {
  await expect(text(checkFolder(pages).map(formatRefused))).toMatchFileSnapshot('../fixtures/check/refused.txt')
})

test('names the differences of terms and error tables with their lines', async () => {
  const differences = compareFolder(pages).filter(({ kind, path }) => kind === 'error' || kind === 'term' || path === '')
  await expect(text(differences.map(formatDifference))).toMatchFileSnapshot('../fixtures/check/differences.txt')
})

test('exempts the page that is written as the source site writes it', async () => {
  const seed = fileURLToPath(new URL('../../../packages/compiler/test/fixtures', import.meta.url))
  const { compiled, catalog } = await compileFolder(seed)
  const alone = compiled.filter(({ file }) => file.endsWith('/cancel.md'))
  expect(alone).toHaveLength(1)
  expect(checkFolder({ compiled: alone })).toEqual([])
  expect(compareFolder({ compiled: alone, catalog }).filter(({ kind }) => kind === 'error' || kind === 'term')).toEqual([])
})
