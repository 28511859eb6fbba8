import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSandbox, scenarioHeader } from '../src/index.ts'
import { sandboxHandlers } from '../src/msw.ts'
import { catalog } from './support/catalog.ts'
import { identity, now } from './support/identity.ts'
import { signed } from './support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
const server = setupServer(...sandboxHandlers(sandbox), ...sandboxHandlers(sandbox, { hosts: ['pay.example.com'] }))
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

const target = '/v3/pay/transactions/out-trade-no/ORDER%7C1/close'

test.each(['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com', 'apihk.mch.weixin.qq.com', 'api.wechatpay.cn', 'pay.example.com'])(
  'passes a signed request to %s to the sandbox unchanged', async (host) => {
    const request = signed('POST', target, { mchid: '1900000109' })
    const url = request.url.replace('api.mch.weixin.qq.com', host)
    const response = await fetch(url, { method: 'POST', headers: request.headers, body: await request.text() })
    expect(response.status).toBe(204)
    expect(response.headers.get('Wechatpay-Serial')).toBe(identity.platform.serial)
  },
)

test('passes a refusal on unchanged', async () => {
  const response = await fetch('https://api.mch.weixin.qq.com/v3/certificates')
  expect(response.status).toBe(401)
  expect((await response.json()).detail.sign_information.url).toBe('/v3/certificates')
})

test('fails the request if a scenario cuts the connection', async () => {
  const { headers } = signed('GET', '/v3/certificates')
  headers.set(scenarioHeader, 'CUT')
  await expect(fetch('https://api.mch.weixin.qq.com/v3/certificates', { headers })).rejects.toThrow(TypeError)
})
