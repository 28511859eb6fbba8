import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs'
import { type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { spawnCommand, temporaryFolder } from '../support/command.ts'

// Starting processes is slow on busy machines.
vi.setConfig({ testTimeout: 120_000 })

/** What a shell under `set -e` has in variables after it reads a file of settings. */
const sourced = (cwd: string, file: string, names: string[]) => execFileSync(
  'sh', ['-ec', `set -a; . ./${file}; ${names.map(name => `printf '%s\\n' "$${name}"`).join('; ')}`], { cwd, encoding: 'utf8' },
).trim().split('\n')

test('prints settings on standard output only, for a shell to read', async () => {
  const { cwd, lines } = spawnCommand(['--port', '0', '--intercept'])
  await lines.next()
  writeFileSync(join(cwd, '.env'), lines.all.join('\n'))
  const [mchid, url, proxy] = sourced(cwd, '.env', ['WXPAY_MCHID', 'WXPAY_BASE_URL', 'HTTPS_PROXY'])
  expect(mchid).toBe('1900000109')
  expect((await fetch(`${url}/_sandbox/clock`)).status).toBe(200)
  expect(proxy).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(proxy).not.toBe(url)
})

test('is no way into the world for other machines', async () => {
  const { lines } = spawnCommand(['--port', '0', '--host', '0.0.0.0', '--intercept'])
  await lines.next()
  const proxy = /^HTTPS_PROXY=http:\/\/127\.0\.0\.1:(\d+)$/m.exec(lines.all.join('\n'))
  const asked = request({ port: proxy?.[1], method: 'CONNECT', path: 'www.example.com:443' }).end()
  const [{ statusCode }] = await once(asked, 'connect') as [IncomingMessage]
  expect(statusCode).toBe(403)
})

test('writes the settings to a file for its owner, and says by another that it is ready', async () => {
  const cwd = temporaryFolder()
  const written = watch(cwd)
  onTestFinished(() => written.close())
  spawnCommand(['--port', '0', '--settings', 'shop.env', '--ready-file', 'ready'], cwd)
  while (!existsSync(join(cwd, 'ready'))) await once(written, 'change')
  const [url] = sourced(cwd, 'shop.env', ['WXPAY_BASE_URL'])
  expect(readFileSync(join(cwd, 'ready'), 'utf8')).toBe(`${url}\n`)
  expect(statSync(join(cwd, 'shop.env')).mode & 0o777).toBe(0o600)
  expect((await fetch(`${url}/_sandbox/clock`)).status).toBe(200)
})

test('gives the settings to later steps of a workflow', async () => {
  const cwd = temporaryFolder()
  const file = join(cwd, 'github')
  writeFileSync(file, 'EARLIER=1\n')
  vi.stubEnv('GITHUB_ENV', file)
  onTestFinished(() => void vi.unstubAllEnvs())
  await spawnCommand(['--port', '0', '--github-env'], cwd).log.next()
  expect(readFileSync(file, 'utf8')).toMatch(/^EARLIER=1\nWXPAY_BASE_URL=http:\/\/127\.0\.0\.1:\d+\nWXPAY_MCHID=1900000109\n/)
})

test.each([
  [['--settings', 'missing/.env'], '--settings missing/.env cannot be written: ENOENT'],
  [['--ready-file', 'missing/ready'], '--ready-file missing/ready cannot be written: ENOENT'],
  [['--github-env'], '--github-env needs GITHUB_ENV'],
])('ends with exit code 1 if it cannot say that it is ready: %s', async (options, message) => {
  vi.stubEnv('GITHUB_ENV', '')
  onTestFinished(() => void vi.unstubAllEnvs())
  const { code, stderr } = await spawnCommand(['--port', '0', ...options]).exit()
  expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(message) })
})
