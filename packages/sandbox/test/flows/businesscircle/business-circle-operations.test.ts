import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const authorization = async () =>
  (await api.get('/v3/businesscircle/user-authorizations/{openid}', { openid: 'o1', query: { appid: 'wx1' } })).body

test('authorizes the mall once per member', async () => {
  expect(await authorization()).toEqual({ openid: 'o1', authorize_state: 'UNAUTHORIZED' })
  await api.control.advance({ kind: 'mall-authorization', key: 'o1' })
  expect(await authorization()).toEqual({ openid: 'o1', authorize_state: 'AUTHORIZED', authorize_time: '2025-01-02T11:04:05+08:00' })
  await expect(api.control.advance({ kind: 'mall-authorization', key: 'o1' })).rejects.toThrow(RangeError)
  expect(await api.control.notifications()).toMatchObject([{
    event_type: 'MALL_AUTH.ACTIVATE_CARD', resource: { openid: 'o1', auth_type: 'REGISTERED_MODE' },
  }])
})

test('notifies of a payment and a refund in a shop with the amount of the order', async () => {
  await api.post('/v3/pay/transactions/jsapi', { appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 250 } })
  const [paid] = await api.control.advance()
  const transaction_id = String(paid?.data.transaction_id)
  await api.control.advance({ kind: 'mall-transaction', key: transaction_id })
  await api.control.advance({ kind: 'mall-refund', key: transaction_id })
  expect((await api.control.notifications()).slice(1)).toMatchObject([
    { event_type: 'MALL_TRANSACTION.SUCCESS', resource: { transaction_id, amount: 250, appid: 'wx1' } },
    { event_type: 'MALL_REFUND.SUCCESS', resource: { transaction_id, pay_amount: 250, refund_amount: 250 } },
  ])
})

test('requires both kind and key to begin an activity', async () => {
  await expect(api.control.advance()).rejects.toThrow(RangeError)
  await expect(api.control.advance({ key: 'o1' })).rejects.toThrow(RangeError)
  await expect(api.control.advance({ kind: 'mall-transaction' })).rejects.toThrow(RangeError)
  expect(await api.control.state()).toEqual([])
})
