import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { fc, fuzz } from './support/fuzz.ts'
import { keptInputs } from './support/kept-inputs.ts'

let file: string
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'fuzz-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  file = join(folder, 'client', 'crypto.json')
})

test('tries an input that failed first from then on', () => {
  const kept = keptInputs<[string]>(file, 'a property')
  const tried: string[] = []
  const run = () => fuzz(fc.property(fc.string({ minLength: 1 }), (text) => {
    tried.push(text)
    expect(text).not.toContain(' ')
  }), { numRuns: 1000 }, kept)
  expect(run).toThrow('The input is kept in')
  expect(kept.list()).toEqual([[' ']])
  tried.length = 0
  expect(run).toThrow('Counterexample: [" "]')
  expect(tried[0]).toBe(' ')
  expect(kept.list()).toEqual([[' ']])
})

test.each<[string, unknown[]]>([
  ['text with half a pair of surrogates', ['\ud800"\0']],
  ['bytes', [Uint8Array.of(0, 255), { file: Uint8Array.of() }]],
  ['nested values', [{ a: [null, 1.5, true] }]],
])('keeps %s', (_, input) => {
  expect(keptInputs(file, 'a').add(input)).toBe(true)
  expect(keptInputs(file, 'b').add([1])).toBe(true)
  expect(keptInputs(file, 'a').list()).toEqual([input])
})

test.each([
  ['a function', () => {}],
  ['an infinite number', Infinity],
  ['undefined', undefined],
])('does not keep %s, which JSON cannot hold', (_, value) => {
  expect(keptInputs(file, 'a').add([value])).toBe(false)
  expect(existsSync(file)).toBe(false)
})
