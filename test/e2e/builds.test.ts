import { appendFileSync, globSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildFolder, writeFiles } from './support/build-folder.ts'

const docs = mkdtempSync(join(tmpdir(), 'builds-'))
writeFiles(docs, { 'index.md': '# a\n', 'b.md': '# b\n\ntext\n', 'c.md': '# c\n' })

/** What is kept of the app, and of each page that was rendered with it. */
const kept = () => globSync('.vitepress/cache/app/*/{bundles.json,documents/*}')

function build() {
  const before = kept()
  const site = buildFolder(docs)
  expect(site.output.includes('rror'), site.output).toBe(false)
  const made = kept().filter(file => !before.includes(file))
  return { ...site, apps: made.filter(file => file.endsWith('bundles.json')).length, documents: made.filter(file => file.includes('/documents/')).length }
}

it('bundles once, and renders again only what has changed', () => {
  const first = build()
  expect(first).toMatchObject({ apps: 1, documents: 3 })

  const second = build()
  expect(second).toMatchObject({ apps: 0, documents: 0 })
  expect(second.files).toEqual(first.files)
  for (const file of second.files) expect(second.read(file), file).toBe(first.read(file))

  appendFileSync(join(docs, 'b.md'), '\nchanged\n')
  const third = build()
  expect(third).toMatchObject({ apps: 0, documents: 1 })
  expect(third.read('b.html')).toContain('changed')
  expect(third.read('c.html')).toBe(second.read('c.html'))
})
