import { once } from 'node:events'
import { existsSync, lstatSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { startProcess } from '../../../../test/support/process.ts'
import { lockFile } from '../../src/server/lock-file.ts'
import { temporaryFolder } from '../support/command.ts'

const source = new URL('../../src/server/lock-file.ts', import.meta.url).href

let path: string
let lock: string
beforeEach(() => {
  path = join(temporaryFolder(), 'state')
  lock = `${path}.lock`
})

/** Starts a process that runs some code, then keeps running; its first line tells what came of it. */
async function start(code: string) {
  const program = `
    import { lockFile } from ${JSON.stringify(source)}
    const path = ${JSON.stringify(path)}
    ${code}
    setInterval(() => {}, 1000)`
  const { child, stop } = startProcess(process.execPath, ['--input-type=module', '--eval', program])
  onTestFinished(stop)
  child.stderr.resume()
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const line = async () => String((await lines.next()).value)
  return { child, line, first: await line() }
}

const tryOnce = 'try { lockFile(path); console.log("locked") } catch (error) { console.log(error.message) }'

test('locks by an empty file that only its owner can read, and removes it', () => {
  const { release } = lockFile(path)
  expect(lstatSync(lock).mode & 0o777).toBe(0o600)
  expect(readFileSync(lock, 'utf8')).toBe('')
  release()
  expect(existsSync(lock)).toBe(false)
})

test('rejects a second lock in the same process, and keeps the first', async () => {
  lockFile(path)
  for (let time = 0; time < 2; time++) expect(() => lockFile(path)).toThrow('in use by another sandbox')
  expect((await start(tryOnce)).first).toContain('in use by another sandbox')
})

test('rejects a process that has the same id, as in another container', async () => {
  const sameId = `
    Object.defineProperty(process, 'pid', { value: ${process.pid} })
    process.kill = () => { throw Object.assign(new Error(), { code: 'ESRCH' }) }
`
  lockFile(path)
  expect((await start(sameId + tryOnce)).first).toBe(`${path} is in use by another sandbox; stop that one, or share the state by --redis`)
})

test('gives the lock that a killed process left to one of several that start at once', async () => {
  writeFileSync(lock, '99999999')
  const started = await Promise.all(Array.from({ length: 4 }, () => start(tryOnce)))
  const owners = started.filter(({ first }) => first === 'locked')
  expect(owners).toHaveLength(1)
  expect(() => lockFile(path)).toThrow('in use by another sandbox')
  const [owner] = owners
  owner!.child.kill('SIGKILL')
  await once(owner!.child, 'exit')
  expect(() => lockFile(path)).not.toThrow()
})

test('locks again if the file was removed by its last owner meanwhile', async () => {
  const { release } = lockFile(path)
  const waiting = await start(`
    console.log('waiting')
    for (let isLocked = false; !isLocked;) try { lockFile(path); isLocked = true } catch {}
    console.log('locked')`)
  release()
  expect(await waiting.line()).toBe('locked')
  expect(() => lockFile(path)).toThrow('in use by another sandbox')
})

test('does not write through a link', () => {
  const other = `${path}.other`
  writeFileSync(other, 'precious')
  symlinkSync(other, lock)
  expect(() => lockFile(path)).toThrow('ELOOP')
  expect(readFileSync(other, 'utf8')).toBe('precious')
})
