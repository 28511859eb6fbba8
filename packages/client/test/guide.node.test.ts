import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startProcess, type TestProcess } from '../../../test/support/process.ts'
import type { MiniProgramParams } from '../src/pay/pay-params.ts'

// The program of the guide, as copied from the page, against the sandbox command.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

interface Shop {
  order: (id: string, total: number, openid: string, notifyUrl: string) => Promise<MiniProgramParams>
  refund: (id: string, total: number, reason: string) => Promise<unknown>
  isPaid: (id: string) => Promise<boolean>
  server: Server
}

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
let sandbox: TestProcess
let shop: Shop
let origin: string

beforeAll(async () => {
  const identity = mkdtempSync(join(tmpdir(), 'wxpay-guide-'))
  const command = [at('../../sandbox/src/cli.ts'), '--port', '0', '--identity', identity]
  sandbox = startProcess(process.execPath, command)
  sandbox.child.stderr.resume()
  for await (const line of createInterface(sandbox.child.stdout)) {
    const [, name, value] = /^(WXPAY_\w+)=(.*)$/.exec(line) ?? []
    if (name) vi.stubEnv(name, value)
    if (name === 'WXPAY_PLATFORM_CERTIFICATE') break
  }
  const guide = readFileSync(at('../../../docs/guide/client.md'), 'utf8')
  const program = /```ts \[shop\.ts\]\n(.*?)```/s.exec(guide)![1]!
  const file = join(identity, 'shop.ts')
  writeFileSync(file, program
    .replace('\'@wxpay-live/client\'', JSON.stringify(at('../src/index.ts')))
    .replace('\'@wxpay-live/client/retry\'', JSON.stringify(at('../src/retry.ts'))))
  shop = await import(file)
  shop.server.listen(0, '127.0.0.1')
  await once(shop.server, 'listening')
  origin = `http://127.0.0.1:${(shop.server.address() as AddressInfo).port}`
})
afterAll(() => {
  shop?.server.close()
  sandbox?.stop()
  vi.unstubAllEnvs()
})

it('takes an order, gets the notification of its payment, and refunds it', async () => {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  expect(await shop.isPaid('GUIDE0001')).toBe(false)
  expect(await shop.order('GUIDE0001', 100, 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', origin))
    .toMatchObject({ package: expect.stringMatching(/^prepay_id=./), signType: 'RSA' })
  expect(await shop.isPaid('GUIDE0001')).toBe(false)

  await fetch(`${process.env.WXPAY_BASE_URL}/_sandbox/pay`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{"key":"GUIDE0001"}',
  })
  await vi.waitFor(() => expect(log).toHaveBeenCalledWith('TRANSACTION.SUCCESS', 'GUIDE0001'), { timeout: 20_000 })
  expect(await shop.isPaid('GUIDE0001')).toBe(true)
  expect(await shop.refund('GUIDE0001', 100, '不想要了')).toMatchObject({ amount: { refund: 100 } })
  await vi.waitFor(() => expect(log).toHaveBeenCalledWith('REFUND.SUCCESS', 'GUIDE0001'), { timeout: 20_000 })
  log.mockRestore()
})

it('refuses a notification without a signature', async () => {
  const complaint = vi.spyOn(console, 'error').mockReturnValue()
  const answer = await fetch(origin, { method: 'POST', body: '{"event_type":"TRANSACTION.SUCCESS"}' })
  expect(answer.status).toBe(401)
  expect(complaint).toHaveBeenCalledWith(expect.stringContaining('Wechatpay-Signature missing'))
  complaint.mockRestore()
})
