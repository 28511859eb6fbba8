import { setupServer } from 'msw/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSandbox, scenarioHeader } from '../src/index.ts'
import { controlHandlers, sandboxHandlers } from '../src/msw.ts'
import { catalog } from './support/catalog.ts'
import { identity, now } from './support/identity.ts'
import { signed } from './support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
const server = setupServer(...controlHandlers(sandbox), ...sandboxHandlers(sandbox), ...sandboxHandlers(sandbox, { hosts: ['pay.example.com'] }))
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterAll(() => server.close())

const target = '/v3/pay/transactions/out-trade-no/ORDER%7C1/close'

test.each(['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com', 'apihk.mch.weixin.qq.com', 'pay.example.com'])(
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

const control = 'http://127.0.0.1:8787/_sandbox'

test('serves the control API at the URL of the local server', async () => {
  expect(Object.keys(await (await fetch(control)).json())).toContain('POST /_sandbox/pay {"kind"?, "key"?, "params"?}')
  const clock = await fetch(`${control}/clock`, { method: 'POST', body: '{"advance":1000}' })
  expect(await clock.json()).toEqual({ offset: 1000 })
  expect(sandbox.control.clock.offset()).toBe(1000)
  expect((await fetch(`${control}/reset`, { method: 'POST' })).status).toBe(204)
  expect(await (await fetch(`${control}/state?kind=transaction`)).json()).toEqual([])
  expect((await fetch(`${control}/nothing`)).status).toBe(404)
})

test('serves the control API at no other URL', async () => {
  const signedApi = await fetch('https://api.mch.weixin.qq.com/_sandbox/clock')
  expect(signedApi.status).toBe(404)
  expect((await signedApi.json()).code).toBe('RESOURCE_NOT_EXISTS')
})
