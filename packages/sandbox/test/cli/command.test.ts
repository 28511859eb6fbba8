import { once } from 'node:events'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@wxpay-live/client'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { scenarioHeader } from '../../src/index.ts'
import { spawnCommand, startCommand, temporaryFolder } from '../support/command.ts'
import { startMerchant } from '../support/merchant.ts'
import { nativeOrder } from '../support/order.ts'
import { control } from '../support/server.ts'

// Starting processes is slow on busy machines.
vi.setConfig({ testTimeout: 60_000 })

const native = 'v3/pay/transactions/native'
const query = 'v3/pay/transactions/out-trade-no/{out_trade_no}'

describe('prints', () => {
  test('a client\'s settings as a .env file, with private keys only as paths, without colours', async () => {
    const { lines, log, kill, exit } = spawnCommand(['--port', '0', '--seed', 'A'])
    await lines.next()
    const summary = await log.next()
    kill('SIGTERM')
    expect(await exit()).toEqual({ code: 0, signal: null, stderr: '' })
    const names = lines.all.map(line => line.split('=')[0])
    expect(names).toEqual([
      'WXPAY_BASE_URL', 'WXPAY_MCHID', 'WXPAY_SERIAL', 'WXPAY_PRIVATE_KEY', 'WXPAY_CERTIFICATE', 'WXPAY_APIV3_KEY',
      'WXPAY_APIV2_KEY', 'WXPAY_PUBLIC_KEY_ID', 'WXPAY_PUBLIC_KEY', 'WXPAY_PLATFORM_SERIAL', 'WXPAY_PLATFORM_CERTIFICATE',
    ])
    expect(lines.all.join('\n')).not.toContain('PRIVATE KEY-')
    expect(lines.all.join('\n')).not.toContain('\u001B')
    expect(summary).toMatch(/^# \d+ operations, strict, orders kept in memory/)
  })

  test('a line per request with the verdict on its signature', async () => {
    const { log, url, client } = await startCommand()
    await fetch(`${url}/v3/none`)
    await fetch(`${url}/v3/certificates`)
    await createClient(client).chain('v3/certificates').getAsync()
    const printed = [await log.next(), await log.next(), await log.next()]
    const [none, unsigned, signed] = printed.map(line => JSON.parse(line) as unknown)
    expect(none).toMatchObject({ event: 'request', url: '/v3/none', status: 404, signature: 'unchecked' })
    expect(unsigned).toMatchObject({ status: 401, signature: 'wrong', reason: expect.stringContaining('Authorization') })
    expect(signed).toEqual({
      time: expect.stringMatching(/^\d{4}-.*Z$/), event: 'request', method: 'GET', url: '/v3/certificates',
      status: 200, milliseconds: expect.any(Number), signature: 'ok',
    })
  })

  test('each attempt to deliver a notification', async () => {
    const statuses = [500, 200]
    const merchant = await startMerchant((_, response) => response.writeHead(statuses.shift()!).end())
    const sandbox = await startCommand(['--notify-scale', '0.001'])
    await createClient(sandbox.client).chain(native).postAsync({ json: nativeOrder('ORDER_A1', merchant.url) })
    await sandbox.log.next()
    await control(sandbox, 'POST', '/pay')
    const printed = [await sandbox.log.next(), await sandbox.log.next()]
    const [first, second] = printed.map(line => JSON.parse(line) as unknown)
    expect(first).toMatchObject({ event: 'notification', attempt: 1, status: 500, retryIn: 0.015 })
    expect(second).toMatchObject({ event: 'notification', attempt: 2, status: 200 })
    expect(await control(sandbox, 'GET', '/notifications'))
      .toMatchObject({ body: [{ event_type: 'TRANSACTION.SUCCESS', deliveries: [{ status: 500 }, { status: 200 }] }] })
  })
})

describe('has an identity and', () => {
  test('creates it once, readable by its owner only, and ignored by git', async () => {
    const cwd = temporaryFolder()
    const first = await startCommand([], cwd)
    const folder = join(cwd, '.wxpay-sandbox')
    const files = ['identity.json', 'apiclient_key.pem', 'apiclient_cert.pem', 'pub_key.pem', 'platform_cert.pem']
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
    expect(mode(folder)).toBe('700')
    for (const file of files) expect(mode(join(folder, file)), file).toBe('600')
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('*\n')
    const second = await startCommand([], cwd)
    expect({ ...second.settings, WXPAY_BASE_URL: first.url }).toEqual(first.settings)
  })

  test.each(['{', '{}', 'null'])('does not replace it if it is damaged: %s', async (content) => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'identity.json'), content)
    const { stderr, code } = await spawnCommand(['--identity', '.'], cwd).exit()
    expect(stderr).toBe(`wxpay-sandbox: ${join(cwd, 'identity.json')} is not a valid identity; delete it to create a new one\n`)
    expect(code).toBe(1)
    expect(existsSync(join(cwd, 'apiclient_key.pem'))).toBe(false)
  })
})

describe('with --state', () => {
  test('saves the state on Ctrl-C', async () => {
    const cwd = temporaryFolder()
    const before = await startCommand(['--state', 'orders.log'], cwd)
    await createClient(before.client).chain(native).postAsync({ json: nativeOrder('ORDER_A1', 'http://127.0.0.1:9/') })
    before.kill('SIGINT')
    expect(await before.exit()).toEqual({ code: 0, signal: null, stderr: '' })
    expect(existsSync(join(cwd, 'orders.log.lock'))).toBe(false)

    const after = await startCommand(['--state', 'orders.log'], cwd)
    const { mchid } = after.client
    const found = await createClient(after.client).chain(query).getAsync({ out_trade_no: 'ORDER_A1', query: { mchid } })
    expect(await found.json()).toMatchObject({ out_trade_no: 'ORDER_A1', trade_state: 'NOTPAY' })
  })

  test('loses no acknowledged order on kill -9 under load', async () => {
    const cwd = temporaryFolder()
    const before = await startCommand(['--state', 'orders.log'], cwd)
    const wxpay = createClient(before.client)
    const acknowledged: string[] = []
    const merchantOf = async (name: number) => {
      for (let count = 0; ; count++) {
        const number = `ORDER_A${name}-${count}`
        await wxpay.chain(native).postAsync({ json: nativeOrder(number, 'http://127.0.0.1:9/') })
        acknowledged.push(number)
        if (acknowledged.length === 150) before.kill('SIGKILL')
      }
    }
    await Promise.allSettled(Array.from({ length: 10 }, (_, name) => merchantOf(name)))
    expect(await before.exit()).toMatchObject({ signal: 'SIGKILL' })
    expect(acknowledged.length).toBeGreaterThanOrEqual(150)

    const after = await startCommand(['--state', 'orders.log'], cwd)
    const { body } = await control(after, 'GET', '/state')
    const kept = new Set((body as { key: string }[]).map(({ key }) => key))
    expect(acknowledged.filter(number => !kept.has(number))).toEqual([])
  })

  test('names the line of a record that it cannot read', async () => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'orders.log'), '["wxpay-sandbox state",1]\n[["resource:transaction:A","{}"]]\n')
    const { code, stderr } = await spawnCommand(['--port', '0', '--state', 'orders.log'], cwd).exit()
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `wxpay-sandbox: ${join(cwd, 'orders.log')}:2 is damaged: invalid record resource:transaction:A; restore the file, or delete it to start without orders\n`,
    })
  })

  test('rejects a file that is not a state file', async () => {
    const cwd = temporaryFolder()
    writeFileSync(join(cwd, 'notes.txt'), 'mine')
    const { code, stderr } = await spawnCommand(['--port', '0', '--state', 'notes.txt'], cwd).exit()
    expect({ code, stderr }).toEqual({
      code: 1, stderr: `wxpay-sandbox: ${join(cwd, 'notes.txt')} is not a state file of this sandbox; use another file\n`,
    })
  })
})

test('keeps running after the reader of its log is gone', async () => {
  const { hangUp, url, kill, exit } = await startCommand()
  hangUp()
  for (let time = 0; time < 3; time++) expect((await fetch(`${url}/v3/none`)).status).toBe(404)
  kill('SIGINT')
  expect(await exit()).toEqual({ code: 0, signal: null, stderr: '' })
})

test('does not wait for a slow scenario on Ctrl-C', async () => {
  const { url, kill, exit, log } = await startCommand()
  const started = performance.now()
  const slow = fetch(`${url}/v3/certificates`, { headers: { [scenarioHeader]: 'SLOW' } })
  await Promise.all([
    expect(slow).rejects.toThrow('fetch failed'),
    fetch(`${url}/v3/none`).then(() => log.next()).then(() => kill('SIGINT')),
  ])
  expect(await exit()).toEqual({ code: 0, signal: null, stderr: '' })
  expect(performance.now() - started).toBeLessThan(4500)
})

test('rejects an unknown order number; with --lenient it invents an order', async () => {
  const [strict, lenient] = await Promise.all([startCommand(), startCommand(['--lenient'])])
  const ask = ({ client }: typeof strict) =>
    createClient(client).chain(query).getAsync({ out_trade_no: 'ORDER_A1', query: { mchid: client.mchid } })
  await expect(ask(strict)).rejects.toMatchObject({ status: 404, code: 'ORDER_NOT_EXIST' })
  expect(await (await ask(lenient)).json()).toMatchObject({ out_trade_no: 'ORDER_A1' })
})

test('stops once for two signals', async () => {
  const { url, kill, exit, log } = await startCommand(['--state', 'orders.log'])
  const slow = fetch(`${url}/v3/certificates`, { headers: { [scenarioHeader]: 'SLOW' } }).catch(() => {})
  await fetch(`${url}/v3/none`).then(() => log.next())
  kill('SIGINT')
  kill('SIGTERM')
  expect(await exit()).toEqual({ code: 0, signal: null, stderr: '' })
  await slow
})

test('creates the same nonces in every run with --seed', async () => {
  const nonce = async () => {
    const { client, url } = await startCommand(['--seed', 'A'])
    return (await fetch(`${url}/v3/certificates`)).headers.get('Request-ID') ?? client.mchid
  }
  expect(await nonce()).toBe(await nonce())
})

describe('explains in one line why it cannot start:', () => {
  test('a port in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void taken.close())
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const { code, stderr } = await spawnCommand(['--port', String(port), '--state', 'orders.log']).exit()
    expect(code).toBe(1)
    expect(stderr).toBe(`wxpay-sandbox: port ${port} of 127.0.0.1 is in use; choose another with --port, or --port 0\n`)
  })

  test.each([
    ['an address of another machine', ['--host', '192.0.2.1'], '192.0.2.1 is not an address of this machine; choose another with --host'],
    ['a missing catalog', ['--catalog', 'missing.json'], '--catalog missing.json cannot be read: ENOENT'],
    ['a file that is not a catalog', ['--catalog', fileURLToPath(import.meta.resolve('../../package.json'))], 'it has no operations'],
    ['no folder for the state', ['--state', 'missing/orders.log'], '--state missing/orders.log cannot be used: ENOENT'],
    ['no folder for the identity', ['--identity', '/dev/null/keys'], '--identity /dev/null/keys cannot be used: ENOTDIR'],
    ['no Redis', ['--redis', 'redis://user:hidden@127.0.0.1:9'], 'no Redis at 127.0.0.1:9: connect ECONNREFUSED'],
    ['an invalid port', ['--port', '99999'], '\'99999\' is invalid. Expected a number from 0 to 65535.'],
    ['an invalid factor', ['--notify-scale', 'fast'], '\'fast\' is invalid. Expected a number'],
    ['two options for the state', ['--state', 'a', '--redis', 'redis://a'], 'cannot be used with option'],
    ['a removed option', ['--strict'], 'unknown option'],
  ])('%s', async (_, args, message) => {
    const { code, stderr } = await spawnCommand(args).exit()
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(message)])
    expect(stderr).not.toContain('hidden')
  })
})

test('starts without a compile cache, as in Node 20', async () => {
  const older = 'import m from "node:module"; delete m.enableCompileCache; m.syncBuiltinESMExports()'
  vi.stubEnv('NODE_OPTIONS', `${process.env.NODE_OPTIONS ?? ''} --import=data:text/javascript,${encodeURIComponent(older)}`)
  onTestFinished(() => void vi.unstubAllEnvs())
  const { url } = await startCommand()
  expect((await fetch(`${url}/v3/certificates`)).status).toBe(401)
})

test.each(['--version', '--help'])('prints %s and ends', async (option) => {
  const { lines, exit } = spawnCommand([option])
  expect(await exit()).toMatchObject({ code: 0, stderr: '' })
  expect(lines.all.join('\n')).toMatch(option === '--version' ? /^\d+\.\d+\.\d+$/ : /--port <number>[^]*Examples:/)
})
