import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import getPort from 'get-port'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startProcess, type TestProcess } from './support/process.ts'

// The project of the guide, copied as the guide says, against the sandbox command.

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const shop = join(mkdtempSync(join(tmpdir(), 'wxpay-shop-')), 'shop')
let sandbox: TestProcess
let server: TestProcess
let origin: string

beforeAll(async () => {
  cpSync(at('templates/jsapi-order'), shop, { recursive: true })
  // Instead of an installation from the package, which has tests of its own.
  mkdirSync(join(shop, 'node_modules/@wxpay-live'), { recursive: true })
  symlinkSync(at('packages/client'), join(shop, 'node_modules/@wxpay-live/client'))
  sandbox = startProcess(process.execPath, [
    at('packages/sandbox/src/cli.ts'), '--port', '0', '--identity', join(shop, '.wxpay-sandbox'), '--notify-scale', '0.01',
  ])
  sandbox.child.stderr.resume()
  const settings: string[] = []
  for await (const line of createInterface(sandbox.child.stdout)) {
    if (/^WXPAY_\w+=/.test(line)) settings.push(line)
    if (line.startsWith('WXPAY_PLATFORM_CERTIFICATE=')) break
  }
  const port = await getPort({ host: '127.0.0.1' })
  writeFileSync(join(shop, '.env'), [...settings, `PORT=${port}`].join('\n'))
  const { scripts } = JSON.parse(readFileSync(join(shop, 'package.json'), 'utf8'))
  const [, ...args] = scripts.start.split(' ')
  server = startProcess(process.execPath, args, { cwd: shop })
  origin = `http://127.0.0.1:${port}`
  for await (const line of createInterface(server.child.stdout)) if (line === `打开 ${origin}`) break
  server.child.stdout.resume()
})
afterAll(() => {
  server?.stop()
  sandbox?.stop()
})

async function call(path: string, method = 'GET', body?: string) {
  const response = await fetch(origin + path, { method, ...body !== undefined && { body } })
  return { status: response.status, body: JSON.parse(await response.text() || 'null') }
}

it('serves the page that pays', async () => {
  expect(await (await fetch(origin)).text()).toBe(readFileSync(at('templates/jsapi-order/page.html'), 'utf8'))
})

it('is paid, notified and refunded', async () => {
  const { body: { out_trade_no, params } } = await call('/orders', 'POST')
  expect((await call(`/orders/${out_trade_no}`)).body).toMatchObject({ total: 2580, state: '等待付款' })
  expect(await call('/phone', 'POST', JSON.stringify(params))).toMatchObject({ status: 200 })
  expect((await call(`/orders/${out_trade_no}`)).body).toMatchObject({ state: '已付款' })
  // On a busy machine an attempt may be too late for the sandbox, which then repeats it.
  const lastDelivery = async () => (await deliveredTo(out_trade_no)).at(-1)
  await vi.waitFor(async () => expect(await lastDelivery()).toBe('TRANSACTION.SUCCESS 204'), { timeout: 25_000 })

  expect((await call(`/orders/${out_trade_no}/refund`, 'POST')).body.state).toMatch(/^(?:退款中|已退款)$/)
  // Only the notification of the refund leads to this state.
  await vi.waitFor(async () => expect((await call(`/orders/${out_trade_no}`)).body).toMatchObject({ state: '已退款' }), { timeout: 25_000 })
})

it('is told by the phone what is wrong with the parameters', async () => {
  const { body: { params } } = await call('/orders', 'POST')
  const log = new Promise<string>(resolve => server.child.stderr.once('data', chunk => resolve(String(chunk))))
  expect(await call('/phone', 'POST', JSON.stringify({ ...params, nonceStr: 'x' }))).toMatchObject({ status: 500 })
  expect(await log).toContain('签的内容与给手机的参数不同')
})

it('refuses a notification without a signature', async () => {
  expect(await call('/notify', 'POST', '{"event_type":"TRANSACTION.SUCCESS"}')).toMatchObject({ status: 401 })
})

/** The events of an order that the sandbox delivered, with the statuses of the responses. */
async function deliveredTo(out_trade_no: string): Promise<string[]> {
  const [, base] = /^WXPAY_BASE_URL=(.*)$/m.exec(readFileSync(join(shop, '.env'), 'utf8'))!
  const sent = await (await fetch(`${base}/_sandbox/notifications`)).json() as {
    event_type: string
    resource: { out_trade_no: string }
    deliveries: { status?: number }[]
  }[]
  return sent.filter(({ resource }) => resource.out_trade_no === out_trade_no)
    .flatMap(({ event_type, deliveries }) => deliveries.map(({ status }) => `${event_type} ${status}`))
}
