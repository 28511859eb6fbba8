import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { spawnCommand, temporaryFolder } from '../support/command.ts'

// Starting processes is slow on busy machines.
vi.setConfig({ testTimeout: 60_000 })

const path = (name: string) => fileURLToPath(new URL(`../diagnose/cases/${name}`, import.meta.url))
const certificate = ['--certificate', path('identity/merchant-cert.pem')]

async function run(...args: string[]) {
  const { lines, exit } = spawnCommand(['diagnose', ...args])
  const { code, stderr } = await exit()
  return { code, stderr, stdout: lines.all.join('\n') }
}

test('prints the diagnosis as one line of JSON', async () => {
  const { code, stdout } = await run(path('requests/sr08.txt'), '--json', ...certificate)
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'request', verdict: 'invalid', mistakes: [{ name: 'query-left-out' }] })
  expect(code).toBe(0)
})

test('shows both strings and marks where they differ', async () => {
  const { stdout } = await run(path('requests/sr08.txt'), ...certificate)
  const lines = stdout.split('\n')
  const at = lines.findIndex(line => line.startsWith('  2 + '))
  const [right = '', wrong = '', mark = ''] = lines.slice(at)
  expect(right).toContain('?mchid=1900006891⏎')
  expect(wrong).toMatch(/^ {2}2 - .*SSBWQQBVIYPQAB6K4YK6M⏎$/)
  expect(mark.indexOf('^')).toBe(right.indexOf('?'))
})

test('says kindly that it cannot tell what a file is', async () => {
  const file = join(temporaryFolder(), 'hello.txt')
  writeFileSync(file, 'hello')
  const { code, stdout } = await run(file)
  expect(stdout).toMatch(/还不能判断[^]*看不出这是什么/)
  expect(code).toBe(0)
})

test.each([
  ['a file is missing', ['/none/request.txt'], /^wxpay-sandbox: \/none\/request.txt cannot be read: ENOENT/],
  ['a certificate is no PEM', [path('requests/sr08.txt'), '--certificate', path('cases.ndjson')], /^wxpay-sandbox: certificate: expected a PEM/],
])('fails if %s', async (_, args, message) => {
  expect(await run(...args)).toEqual({ code: 1, stdout: '', stderr: expect.stringMatching(message) })
})

test('prints nothing of a private key that is given', async () => {
  const key = path('identity/merchant-key.pem')
  const { stdout, stderr } = await run(path('requests/sr01.txt'), '--public-key', key)
  expect(stdout).toContain('只用了其中公开的模数和指数')
  expect(stdout + stderr).not.toMatch(/PRIVATE KEY|MII[A-Za-z0-9+/]{20}/)
})
