import { expect, it } from 'vitest'
import { createSandbox } from '../src/index.ts'
import { isOfControl, localFetch } from '../src/local-fetch.ts'
import { catalog } from './support/catalog.ts'
import { identity, now } from './support/identity.ts'
import { signed } from './support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
const respond = localFetch(sandbox)
const control = 'http://127.0.0.1:8787/_sandbox'

it.each(['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com', 'apihk.mch.weixin.qq.com', 'api.wechatpay.cn'])(
  'passes a request to %s to the sandbox', async (host) => {
    const { method, url, headers } = signed('GET', '/v3/certificates')
    const response = await respond(new Request(url.replace('api.mch.weixin.qq.com', host), { method, headers }))
    expect(response?.headers.get('Wechatpay-Serial')).toBe(identity.platform.serial)
  },
)

it('serves the control API at the URL of the local server', async () => {
  const at = async (path: string, init?: RequestInit) => (await respond(new Request(control + path, init)))!
  expect(Object.keys(await (await at('')).json())).toContain('POST /_sandbox/pay {"kind"?, "key"?, "params"?}')
  expect(await (await at('/clock', { method: 'POST', body: '{"advance":1000}' })).json()).toEqual({ offset: 1000 })
  expect(sandbox.control.clock.offset()).toBe(1000)
  expect((await at('/reset', { method: 'POST' })).status).toBe(204)
  expect(await (await at('/state?kind=transaction')).json()).toEqual([])
  expect((await at('/nothing')).status).toBe(404)
})

it.each([
  'https://example.com/v3/certificates', 'http://api.mch.weixin.qq.com/v3/certificates', 'https://api.mch.weixin.qq.com:8443/v3',
  'https://api.mch.weixin.qq.com.example.com/v3', 'http://127.0.0.1:8787/v3/certificates', 'http://127.0.0.1:8787/_sandboxes',
])('does not respond to %s', async (url) => {
  expect(await respond(new Request(url))).toBeUndefined()
})

it.each([
  [control, true], [`${control}/pay`, true], [`${control}?a`, true], [`${control}es`, false], [control.slice(0, -1), false],
])('knows whether %s is of the control API: %s', (url, is) => {
  expect(isOfControl(url)).toBe(is)
})

it('serves the control API at no host of WeChat Pay', async () => {
  const response = await respond(new Request('https://api.mch.weixin.qq.com/_sandbox/clock'))
  expect(response?.status).toBe(404)
  expect(await response?.json()).toMatchObject({ code: 'RESOURCE_NOT_EXISTS' })
})
