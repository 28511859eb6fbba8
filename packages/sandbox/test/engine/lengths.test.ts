import { expect, test } from 'vitest'
import { lengthIssue } from '../../src/engine/lengths.ts'
import { createSandbox } from '../../src/index.ts'
import { catalog } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { signed } from '../support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })
const prepay = (appid: string) => createSandbox({ catalog, identity, now, strict: false }).fetch(signed('POST', '/v3/pay/transactions/jsapi', {
  appid, mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 1 },
}))

test.each([['A'.repeat(32)], ['单'.repeat(10) + 'AB']])('accepts 32 bytes: %s', async (text) => {
  expect((await prepay(text)).status).toBe(200)
})

test.each([['A'.repeat(33)], ['单'.repeat(11)], [`${'😀'.repeat(8)}A`]])('refuses 33 bytes: %s', async (text) => {
  const response = await prepay(text)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({
    code: 'PARAM_ERROR', detail: { field: '/appid', issue: '字符串规则校验失败，字节数 33，大于最大值 32' },
  })
})

test('checks paths and queries too', async () => {
  const target = `/v3/pay/transactions/out-trade-no/${'A'.repeat(33)}?mchid=1900000109`
  expect((await (await sandbox.fetch(signed('GET', target))).json()).detail.location).toBe('path')
  const long = `/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=${'1'.repeat(33)}`
  expect((await (await sandbox.fetch(signed('GET', long))).json()).detail.location).toBe('query')
})

test.each([
  ['sub_appid', 32], ['sp_openid', 128], ['out_return_no', 64], ['business_code', 124], ['payer_client_ip', 45],
])('limits %s to %d bytes', (name, most) => {
  expect(lengthIssue(name, 'A'.repeat(most))).toBeUndefined()
  expect(lengthIssue(name, 'A'.repeat(most + 1))).toContain(`大于最大值 ${most}`)
})

test.each(['out_trade_no', 'combine_out_trade_no'])('requires 6 bytes of %s', (name) => {
  expect(lengthIssue(name, '123456')).toBeUndefined()
  expect(lengthIssue(name, '12345')).toBe('字符串规则校验失败，字节数 5，小于最小值 6')
})

test('accepts any length if the limit depends on the operation', () => {
  for (const name of ['description', 'attach', 'reason', 'out_request_no']) {
    expect(lengthIssue(name, 'A'.repeat(5000))).toBeUndefined()
  }
})
