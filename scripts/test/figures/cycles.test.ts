import { expect, test } from 'vitest'
import { findCycles, readImports } from '../../figures/cycles.ts'
import { programFiles } from '../../figures/files.ts'

const cyclesOf = (imports: Record<string, string[]>) =>
  findCycles(new Map(Object.entries(imports))).map(files => files.toSorted())

test('finds the files of a circle', () => {
  expect(cyclesOf({ main: ['a', 'b'], a: ['b'], b: ['c'], c: ['a', 'd'], d: [] })).toEqual([['a', 'b', 'c']])
})

test('finds overlapping circles as one, separate ones apart', () => {
  expect(cyclesOf({ a: ['b'], b: ['a', 'c'], c: ['b'], d: ['e', 'a'], e: ['d'] })).toEqual([['a', 'b', 'c'], ['d', 'e']])
})

test('accepts several ways to one file', () => {
  expect(cyclesOf({ a: ['b', 'c'], b: ['d'], c: ['d', 'b'], d: [] })).toEqual([])
})

test('reads imports of types, dynamic imports, subpath imports and components', () => {
  const imports = readImports(programFiles())
  const targets = [...imports].flatMap(([file, targets]) => targets.map(target => `${file} ${target}`))
  expect(targets).toEqual(expect.arrayContaining([
    'scripts/figures/phrases.ts scripts/figures/prose.ts',
    'packages/runner/src/php/runtime.ts packages/runner/src/php/platform/browser.ts',
    'packages/runner/src/php/runtime.ts packages/runner/src/php/platform/node.ts',
    '.vitepress/session/sandbox.ts .vitepress/session/php.ts',
    '.vitepress/theme/index.ts .vitepress/theme/components/NotFound.vue',
    '.vitepress/theme/components/RunnableExample.vue .vitepress/theme/composables/use-preference.ts',
  ]))
})

test('finds no circular imports in the repository', () => {
  expect(findCycles(readImports(programFiles()))).toEqual([])
})
