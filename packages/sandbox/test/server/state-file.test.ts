import { execFileSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStorage, type Driver } from 'unstorage'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { stateFile } from '../../src/server/state-file.ts'

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-state-'))
  path = join(folder, 'state')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** What the next start would find, if this process were killed now. */
function afterKill(): Record<string, string> {
  writeFileSync(`${path}.copy`, readFileSync(path))
  return everything(stateFile(`${path}.copy`))
}

function everything(driver: Driver) {
  const keys = driver.getKeys('', {}) as string[]
  return Object.fromEntries(keys.map(key => [key, driver.getItem(key)])) as Record<string, string>
}

const open = () => createStorage<string>({ driver: stateFile(path) })

test('what was set, changed and removed is there as soon as it is acknowledged', async () => {
  const storage = open()
  await storage.setItem('order:1', '一')
  await storage.setItem('order:2', 'two')
  await storage.setItem('order:1', '一改')
  await storage.removeItem('order:2')
  await storage.removeItem('order:none')
  expect(afterKill()).toEqual({ 'order:1': '一改' })
  expect(await storage.hasItem('order:1')).toBe(true)
  expect(await storage.getItem('order:2')).toBeNull()
})

test('what changes together is one line: wherever the file is cut, it is there as a whole or not at all', async () => {
  const storage = open()
  await storage.setItems([{ key: 'order', value: 'paid' }, { key: 'notice', value: '"\n"' }])
  const written = readFileSync(path)
  const headerEnd = written.indexOf('\n') + 1
  for (let length = headerEnd; length <= written.length; length++) {
    const cut = `${path}.${length}`
    writeFileSync(cut, written.subarray(0, length))
    const expected = length === written.length ? { order: 'paid', notice: '"\n"' } : {}
    expect(everything(stateFile(cut)), `cut at ${length}`).toEqual(expected)
  }
})

test('after an unfinished line the log goes on with whole ones', async () => {
  await open().dispose()
  appendFileSync(path, '[["order:1","par')
  await open().setItem('order:2', 'whole')
  expect(afterKill()).toEqual({ 'order:2': 'whole' })
})

test('clear forgets everything', async () => {
  const storage = open()
  await storage.setItem('order:1', '1')
  await storage.clear()
  expect(afterKill()).toEqual({})
})

test('the file stays in proportion to what it holds', async () => {
  const storage = open()
  for (let time = 0; time < 5000; time++) await storage.setItem('order', `state ${time}`)
  expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(1010)
  expect(afterKill()).toEqual({ order: 'state 4999' })
})

test('only its owner can read it', () => {
  open()
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

describe('one process a file', () => {
  test('a second one that runs is told whose it is', () => {
    writeFileSync(`${path}.lock`, String(process.ppid))
    expect(open).toThrow(`in use by process ${process.ppid}`)
  })

  test.each([
    ['a killed one', () => execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).trim()],
    ['one that had the same id', () => String(process.pid)],
    ['none at all', () => 'nonsense'],
  ])('a lock of %s is void', (_, owner) => {
    writeFileSync(`${path}.lock`, owner())
    expect(open).not.toThrow()
  })

  test('closing gives the lock back', async () => {
    await open().dispose()
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})

describe('refuses, and leaves as it is,', () => {
  test.each([
    ['a file of another kind', '# Read me', 'is not a state file'],
    ['an empty file', '', 'is not a state file'],
    ['a damaged line', '["wxpay-sandbox state",1]\n[["a","1"]]\n{"half\n[["b","2"]]\n', 'state:3 is damaged'],
  ])('%s', (_, content, message) => {
    writeFileSync(path, content)
    expect(open).toThrow(message)
    expect(readFileSync(path, 'utf8')).toBe(content)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})
