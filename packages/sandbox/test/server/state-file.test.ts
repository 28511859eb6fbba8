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

/** Returns what the next start would find if this process were killed now. */
function afterKill(): Record<string, string> {
  writeFileSync(`${path}.copy`, readFileSync(path))
  return everything(stateFile(`${path}.copy`))
}

function everything(driver: Driver) {
  const keys = driver.getKeys('', {}) as string[]
  return Object.fromEntries(keys.map(key => [key, driver.getItem(key)])) as Record<string, string>
}

const open = () => createStorage<string>({ driver: stateFile(path) })

test('has stored every change when it acknowledges it', async () => {
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

test('never keeps only some changes of one call, for a cut at any byte', async () => {
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

test('appends whole lines after an unfinished one', async () => {
  await open().dispose()
  appendFileSync(path, '[["order:1","par')
  await open().setItem('order:2', 'whole')
  expect(afterKill()).toEqual({ 'order:2': 'whole' })
})

test('clears everything', async () => {
  const storage = open()
  await storage.setItem('order:1', '1')
  await storage.clear()
  expect(afterKill()).toEqual({})
})

test('keeps the file in proportion to its items', async () => {
  const storage = open()
  for (let time = 0; time < 5000; time++) await storage.setItem('order', `state ${time}`)
  expect(readFileSync(path, 'utf8').split('\n').length).toBeLessThan(1010)
  expect(afterKill()).toEqual({ order: 'state 4999' })
})

describe('if no second log can be written, as on a full disk,', () => {
  beforeEach(() => void mkdirSync(`${path}.new`))
  const linesOf = (file: string) => readFileSync(file, 'utf8').split('\n').length
  const openBefore = () => {
    rmdirSync(`${path}.new`)
    const storage = open()
    mkdirSync(`${path}.new`)
    return storage
  }

  test('appends to the present log until it can', async () => {
    const storage = openBefore()
    for (let time = 0; time < 1500; time++) await storage.setItem('order', `state ${time}`)
    expect(linesOf(path)).toBe(1502)
    expect(afterKill()).toEqual({ order: 'state 1499' })
    rmdirSync(`${path}.new`)
    for (let time = 0; time < 1000; time++) await storage.setItem('order', `later ${time}`)
    expect(linesOf(path)).toBeLessThan(1000)
    expect(afterKill()).toEqual({ order: 'later 999' })
  })

  test('keeps the present log on close, and releases the lock', async () => {
    const storage = openBefore()
    await storage.setItem('order', '1')
    await storage.dispose()
    expect(afterKill()).toEqual({ order: '1' })
    expect(existsSync(`${path}.lock`)).toBe(false)
  })

  test('rejects to clear, and keeps everything', async () => {
    const storage = openBefore()
    await storage.setItem('order', 'paid')
    await expect(storage.clear()).rejects.toThrow('EISDIR')
    expect(await storage.getItem('order')).toBe('paid')
    expect(afterKill()).toEqual({ order: 'paid' })
  })

  test('fails to open, and leaves no lock', () => {
    expect(open).toThrow('EISDIR')
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})

test('is readable by its owner only', () => {
  open()
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

describe('locks the file and', () => {
  test('names the process that has the lock', () => {
    writeFileSync(`${path}.lock`, String(process.ppid))
    expect(open).toThrow(`in use by process ${process.ppid}`)
  })

  test('names a process that starts at the same moment', () => {
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
    ['a killed process', () => execFileSync('sh', ['-c', 'echo $$'], { encoding: 'utf8' }).trim()],
    ['a process with the same id', () => String(process.pid)],
    ['no process', () => 'nonsense'],
  ])('ignores a lock of %s', (_, owner) => {
    writeFileSync(`${path}.lock`, owner())
    expect(open).not.toThrow()
  })

  test('releases the lock on close', async () => {
    await open().dispose()
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})

describe('rejects and keeps', () => {
  test.each([
    ['a file of another kind', '# Read me', 'is not a state file'],
    ['an empty file', '', 'is not a state file'],
    ['a line that is not a change', '["wxpay-sandbox state",1]\n[["a","1"]]\n5\n', 'state:3 is damaged'],
    ['a change without a key', '["wxpay-sandbox state",1]\n[[1,2]]\n', 'state:2 is damaged'],
    ['null instead of a change', '["wxpay-sandbox state",1]\n[null]\n', 'state:2 is damaged'],
    ['a damaged line', '["wxpay-sandbox state",1]\n[["a","1"]]\n{"half\n[["b","2"]]\n', 'state:3 is damaged'],
  ])('%s', (_, content, message) => {
    writeFileSync(path, content)
    expect(open).toThrow(message)
    expect(readFileSync(path, 'utf8')).toBe(content)
    expect(existsSync(`${path}.lock`)).toBe(false)
  })
})
