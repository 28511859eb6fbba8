import { describe, expect, it } from 'vitest'
import { type ExampleOutline, generatedStyle, isRunnable, selectTab } from '../../theme/example.ts'

const example: Pick<ExampleOutline, 'languages'> = {
  languages: [
    { id: 'typescript', label: 'TypeScript', tabs: ['异步纯链式', '同步纯链式'] },
    { id: 'php', label: 'PHP', tabs: ['异步纯链式', '特别的'] },
  ],
}

const select = (language: string, tab: string, from = example) => {
  const selection = selectTab(from, { language, tab })
  return [selection.language?.id, selection.tab]
}

it('selects the preferred language and tab', () => {
  expect(select('php', '特别的')).toEqual(['php', '特别的'])
})

it('falls back to the first tab if an example lacks the preferred one', () => {
  expect(select('typescript', '特别的')).toEqual(['typescript', '异步纯链式'])
})

it('falls back to the first language if an example lacks the preferred one', () => {
  const onlyPhp = { ...example, languages: example.languages.slice(1) }
  expect(select('typescript', '特别的', onlyPhp)).toEqual(['php', '特别的'])
})

it('selects nothing from an empty example', () => {
  expect(select('php', '异步纯链式', { ...example, languages: [] })).toEqual([undefined, undefined])
})

describe('isRunnable', () => {
  it.each([['typescript', true], ['php', true], ['http', false], ['curl', false]])('returns for %s: %s', (language, runs) => {
    expect(isRunnable(language)).toBe(runs)
  })
})

it.each([
  ['异步纯链式', 'async'], ['异步声明式', 'async'], ['异步属性式', 'async'],
  ['同步纯链式', 'sync'], ['同步声明式', 'sync'], ['同步属性式', 'sync'],
  ['TypeScript 程序', undefined], ['异步', undefined],
])('knows how the code of %s sends requests: %s', (tab, style) => {
  expect(generatedStyle(tab)).toBe(style)
})
