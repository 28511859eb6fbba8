import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readFacts } from '../facts/facts.ts'
import { toPages } from '../pages-from-facts/pages.ts'
import { writePages } from '../pages-from-facts/write-pages.ts'
import { runProgram } from '../process-cost.ts'

const facts = readFacts()
const folder = mkdtempSync(join(tmpdir(), 'tools-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the first operations of the facts take to check. */
async function check(count: number) {
  const pages = join(folder, String(count))
  writePages(toPages({ ...facts, operations: facts.operations.slice(0, count), notifications: [] }), pages)
  return runProgram(['node_modules/.bin/wxpay-compile', 'check', pages])
}

it('checks 100 operations in 180 MB, of which the last 50 take at most 0.6 MB each', async () => {
  const [few, many] = [await check(50), await check(100)]
  expect(few.output).toMatch(/\b50 operations/)
  expect(many.output).toMatch(/\b100 operations/)
  expect(many.memory).toBeLessThan(180)
  expect((many.memory - few.memory) / 50).toBeLessThan(0.6)
})
