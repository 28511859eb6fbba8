import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { isItem } from '../../src/server/is-item.ts'
import { stateFile } from '../../src/server/state-file.ts'

let folder: string
let path: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'))
  path = join(folder, 'state')
})
afterAll(() => rmSync(folder, { recursive: true }))

const record = { kind: 'refund', key: 'R1', data: { amount: 1 }, created: '', updated: '' }
const log = [
  '["wxpay-sandbox state",1]',
  JSON.stringify([['resource:refund:R1', JSON.stringify(record)], ['alias:refund:refund_id:1', '{"key":"R1"}']]),
  '[["resource:refund:R2","null"]]',
  '[["resource:refund:R2"]]',
  '',
].join('\n')

const fragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('\n', '\r\n', '"', '[', ']', 'null', '{}', '[]', '\\', '\0', '__proto__', log, '[["a","1"]]\n'),
)
const edit = fc.tuple(fc.nat(log.length), fc.nat(40), fragment)

test('opens a damaged file with valid items only, or names it and leaves it as it is', () => {
  fuzz(fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
    const text = edits.reduce(
      (text, [at, remove, insert]) => text.slice(0, at) + insert + text.slice(at + remove), log,
    )
    writeFileSync(path, text)
    try {
      const driver = stateFile(path, isItem)
      for (const key of driver.getKeys('', {}) as string[]) {
        expect(isItem(key, String(driver.getItem(key)))).toBe(true)
      }
      driver.dispose?.()
    } catch (error) {
      expect(String(error)).toMatch(/^Error: \S+\/state(?: is not a state file|:\d+ is damaged)/)
      expect(readFileSync(path, 'utf8')).toBe(text.toWellFormed())
    }
  }), { numRuns: runs(100) })
})
