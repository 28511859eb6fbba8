import { compileFolder } from '@wxpay-live/compiler'
import { expect, it } from 'vitest'
import type { Highlight } from '../../markdown/highlight.ts'
import { programOf } from '../../markdown/programs.ts'
import { startsOf, withStarts } from '../../markdown/starts.ts'

const highlight: Highlight = (code, language) => [[code, language]]

it('finds a program of each overview, each under its own name', async () => {
  const starts = startsOf(await compileFolder('docs'))
  const labels = starts.filter(({ language }) => language === 'typescript').map(({ label }) => label)
  expect(labels).toContain('基础支付')
  expect(labels.length).toBeGreaterThan(10)
  expect(new Set(labels).size).toBe(labels.length)
})

it('adds to each language of a program those in that language', () => {
  const program = programOf([{ language: 'typescript', code: '1' }, { language: 'php', code: '2' }], highlight)
  const starts = [{ label: '退款', language: 'php', code: '3' }] as const
  const { starts: isSet, languages } = withStarts(program, [...starts], highlight)
  expect(isSet).toBe(true)
  expect(languages.map(({ id, tabs }) => [id, ...tabs.map(({ label }) => label)])).toEqual([
    ['typescript', '空白程序'], ['php', '空白程序', '退款'],
  ])
})
