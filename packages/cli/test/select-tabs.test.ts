import { expect, test } from 'vitest'
import { compilePage } from '@wxpay-live/compiler'
import { selectPrograms, selectTabs } from '../src/select-tabs.ts'
import { fixture } from '../../compiler/test/support/pages.ts'

const { operations } = compilePage(fixture('several'), 'several.md')
const labels = (language: string, style?: string) => selectTabs('several.md', operations, language, style)
  .map(({ line, label }) => `${line} ${label}`)

test('all tabs of a language, with the line of their operation', () => {
  expect(labels('typescript')).toHaveLength(18)
  expect(labels('typescript').slice(0, 2)).toEqual(['8 异步纯链式', '8 异步声明式'])
})

test('one style, by its label or place', () => {
  expect(labels('php', '同步属性式')).toEqual(['8 同步属性式', '50 同步属性式', '74 同步属性式'])
  expect(labels('php', '6')).toEqual(labels('php', '同步属性式'))
  expect(labels('php', '7')).toEqual([])
})

test('an operation without a fixed path cannot be run', () => {
  const page = compilePage('# 下载 {#get}\n\n```http\nGET {download_url}\n```\n', 'a.md')
  expect(page.operations).toHaveLength(1)
  expect(selectTabs('a.md', page.operations, 'typescript')).toEqual([])
})

test('programs are TypeScript, and have no style', () => {
  const { programs } = compilePage('# 支付\n\n```ts run\nawait 1\n```\n', 'a.md')
  expect(selectPrograms('a.md', programs, 'typescript')).toMatchObject([{ code: 'await 1', line: 4, firstLine: 4, samples: {} }])
  expect(selectPrograms('a.md', programs, 'php')).toEqual([])
  expect(selectPrograms('a.md', programs, 'typescript', '1')).toEqual([])
})
