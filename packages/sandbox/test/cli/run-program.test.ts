import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { spawnCommand, temporaryFolder } from '../support/command.ts'

// Starting processes is slow on busy machines.
vi.setConfig({ testTimeout: 120_000 })

/** Runs a Node program by `wxpay-sandbox run`; returns its lines and how it ended. */
async function run(program: string, options: string[] = [], args: string[] = []) {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, 'program.mjs'), program)
  const { lines, log, exit } = spawnCommand(['run', ...options, '--', process.execPath, 'program.mjs', ...args], cwd)
  const { code, stderr } = await exit()
  return { cwd, code, stderr, stdout: lines.all, log: log.all }
}

const ask = `
  const headers = { 'Accept': 'application/json', 'User-Agent': 'program' }
  const response = await fetch('https://api.mch.weixin.qq.com/v3/certificates', { headers })
`

test('answers requests to WeChat Pay, in a program that knows nothing of the sandbox', async () => {
  const { code, stdout, stderr } = await run(`${ask} console.log(response.status, (await response.json()).code)`)
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: ['401 SIGN_ERROR'], stderr: '' })
})

test('prints no log if the program succeeds, and its log if it fails, with the program\'s exit code', async () => {
  expect((await run(ask)).log).toEqual([])
  const failed = await run(`${ask} process.exit(3)`)
  expect(failed.code).toBe(3)
  expect(failed.log).toEqual([
    expect.stringMatching(/^# .*node ended with exit code 3\. The sandbox's log:$/),
    expect.stringMatching(/GET \/v3\/certificates 401 .*signature wrong/),
  ])
})

test('gives the program its arguments and a client\'s settings', async () => {
  const { stdout } = await run(
    'console.log(process.argv.slice(2).join(), process.env.WXPAY_MCHID)', ['--seed', 'A'], ['--port', '--', '-x'],
  )
  expect(stdout).toEqual(['--port,--,-x 1900000109'])
})

test('counts a signal that ends the program as a shell does', async () => {
  expect((await run('process.kill(process.pid, "SIGKILL")')).code).toBe(137)
})

test('says in one line that a program is not found', async () => {
  const { exit } = spawnCommand(['run', '--', 'no-such-program'])
  expect(await exit()).toMatchObject({ code: 1, stderr: 'wxpay-sandbox: no-such-program is not found: is it installed?\n' })
})

test('keeps the authority beside the identity, for its owner only, and every certificate that was trusted before', async () => {
  const { cwd } = await run('')
  const folder = join(cwd, '.wxpay-sandbox')
  const own = readFileSync(join(folder, 'ca_cert.pem'), 'utf8').trim()
  const bundle = readFileSync(join(folder, 'ca_bundle.pem'), 'utf8')
  expect(bundle).toContain(own)
  expect(bundle.split('BEGIN CERTIFICATE').length).toBeGreaterThan(50)
  expect(existsSync(join(folder, 'ca.json'))).toBe(true)
})
