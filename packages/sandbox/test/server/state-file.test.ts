import {
  appendFileSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync,
  statSync, symlinkSync, truncateSync, writeFileSync,
} from 'node:fs'
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
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Returns what the next start would find if this process were killed now. */
function afterKill(): Record<string, string> {
  writeFileSync(`${path}.copy`, readFileSync(path))
  return everything(stateFile(`${path}.copy`))
}

function everything(driver: Driver) {
  const keys = driver.getKeys('', {}) as string[]
  const items = Object.fromEntries(keys.map(key => [key, driver.getItem(key)])) as Record<string, string>
  driver.dispose?.()
  return items
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

test('tightens the mode of a file that others can read', () => {
  writeFileSync(path, '["wxpay-sandbox state",1]\n', { mode: 0o644 })
  open()
  expect(statSync(path).mode & 0o777).toBe(0o600)
})

describe('follows links and', () => {
  let link: string
  beforeEach(() => {
    link = join(folder, 'link')
    symlinkSync(path, link)
  })

  test.each([
    ['writes the file that a link leads to', () => writeFileSync(path, '["wxpay-sandbox state",1]\n')],
    ['creates the file that a link leads to', () => {}],
  ])('%s', async (_, prepare) => {
    prepare()
    await createStorage({ driver: stateFile(link) }).setItem('order', '1')
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(afterKill()).toEqual({ order: '1' })
  })

  test('gives a file with two names one owner', () => {
    const { dispose } = stateFile(link)
    expect(open).toThrow('state is in use by another sandbox')
    dispose?.()
    expect(open).not.toThrow()
  })

  test('rejects links in a circle', () => {
    symlinkSync(link, path)
    expect(open).toThrow('ELOOP')
  })

  test('replaces a link at the name of its draft', () => {
    const other = join(folder, 'other')
    writeFileSync(other, 'precious')
    symlinkSync(other, `${path}.new`)
    open()
    expect(readFileSync(other, 'utf8')).toBe('precious')
  })
})

describe('rejects changes and leaves the disk alone after another program', () => {
  test.each([
    ['removed the file', () => rmSync(path)],
    ['removed the folder', () => rmSync(folder, { recursive: true })],
    ['replaced the file', () => {
      writeFileSync(`${path}.other`, 'other')
      renameSync(`${path}.other`, path)
    }],
    ['emptied the file', () => truncateSync(path)],
    ['appended to the file', () => appendFileSync(path, 'other')],
  ])('%s', async (_, act) => {
    const storage = open()
    await storage.setItem('order', 'placed')
    act()
    const left = existsSync(path) && readFileSync(path, 'utf8')
    await expect(storage.setItem('order', 'paid')).rejects.toThrow('state was removed or changed by another program')
    await expect(storage.clear()).rejects.toThrow('was removed or changed')
    expect(await storage.getItem('order')).toBe('placed')
    await storage.dispose()
    expect(existsSync(path) && readFileSync(path, 'utf8')).toBe(left)
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
