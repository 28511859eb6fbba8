import { execFileSync } from 'node:child_process'
import fs, {
  appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync,
  writeFileSync,
} from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createStorage, type Driver } from 'unstorage'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
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

describe('where no second log can be written, as on a full disk,', () => {
  beforeEach(() => void mkdirSync(`${path}.new`))
  const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length
  const openBefore = () => {
    rmdirSync(`${path}.new`)
    const storage = open()
    mkdirSync(`${path}.new`)
    return storage
  }

  test('changes go on into the one there is, until it can', async () => {
    const storage = openBefore()
    for (let time = 0; time < 1500; time++) await storage.setItem('order', `state ${time}`)
    expect(linesOf(path)).toBe(1502)
    expect(afterKill()).toEqual({ order: 'state 1499' })
    rmdirSync(`${path}.new`)
    for (let time = 0; time < 1000; time++) await storage.setItem('order', `later ${time}`)
    expect(linesOf(path)).toBeLessThan(1000)
    expect(afterKill()).toEqual({ order: 'later 999' })
  })

  test('closing keeps the one there is, and gives the lock back', async () => {
    const storage = openBefore()
    await storage.setItem('order', '1')
    await storage.dispose()
    expect(afterKill()).toEqual({ order: '1' })
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test('nothing is forgotten that cannot be', async () => {
    const storage = openBefore()
    await storage.setItem('order', 'paid')
    await expect(storage.clear()).rejects.toThrow('EISDIR')
    expect(await storage.getItem('order')).toBe('paid')
    expect(afterKill()).toEqual({ order: 'paid' })
  })

  test('opening fails, and leaves no lock', () => {
    expect(open).toThrow('EISDIR')
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
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

  test('one that starts at the same moment, too', () => {
    const { linkSync } = fs
    onTestFinished(() => {
      vi.restoreAllMocks()
      syncBuiltinESMExports()
    })
    vi.spyOn(fs, 'linkSync').mockImplementationOnce((draft, lock) => {
      writeFileSync(lock, String(process.ppid))
      linkSync(draft, lock)
    })
    syncBuiltinESMExports()
    expect(open).toThrow(`in use by process ${process.ppid}`)
    expect(readdirSync(folder)).toEqual(['state.lock'])
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
    ['a line that is no change', '["wxpay-sandbox state",1]\n[["a","1"]]\n5\n', 'state:3 is damaged'],
    ['a change of no key', '["wxpay-sandbox state",1]\n[[1,2]]\n', 'state:2 is damaged'],
    ['no change where one should be', '["wxpay-sandbox state",1]\n[null]\n', 'state:2 is damaged'],
    ['a damaged line', '["wxpay-sandbox state",1]\n[["a","1"]]\n{"half\n[["b","2"]]\n', 'state:3 is damaged'],
  ])('%s', (_, content, message) => {
    writeFileSync(path, content)
    expect(open).toThrow(message)
    expect(readFileSync(path, 'utf8')).toBe(content)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})
