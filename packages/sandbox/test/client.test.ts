import { ApiError, createClient } from '@wxpay-live/client'
import { expect, test } from 'vitest'
import { clientSettings, createSandbox } from '../src/index.ts'
import { catalog } from './support/catalog.ts'
import { identity, now } from './support/identity.ts'

const { fetch } = createSandbox({ catalog, identity, now, strict: false })
const settings = {
  ...clientSettings(identity),
  now,
  fetch: (...args: ConstructorParameters<typeof Request>) => fetch(new Request(...args)),
}
const wxpay = createClient(settings)
const cancel = 'v3/payscore/smartretail-orders/{out_order_no}/cancel'
const json = { appid: 'wxd678efh567hg6787', service_id: '500001', reason: '用户投诉' }

test('serves our client with the settings of the identity', async () => {
  const response = await wxpay.chain(cancel).postAsync({ out_order_no: '订单/1', json })
  expect(await response.json()).toMatchObject({ out_order_no: '订单/1', appid: 'wxd678efh567hg6787' })
})

test.each([
  ['a missing field', createClient(settings), { json: {} }, 400, 'PARAM_ERROR'],
  ['a wrong merchant', createClient({ ...settings, mchid: '1230000109' }), { json }, 401, 'SIGN_ERROR'],
])('refuses %s so that the client throws an ApiError', async (_, client, options, status, code) => {
  const error: unknown = await client.chain(cancel).postAsync({ out_order_no: 'A1', ...options }).catch(error => error)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ status, code })
})
