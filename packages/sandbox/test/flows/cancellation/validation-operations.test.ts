import { beforeEach, expect, test } from 'vitest'
import { openFlow } from '../../support/flow.ts'

let api: ReturnType<typeof openFlow>
beforeEach(() => { api = openFlow() })

const shop = '1900000118'
const validate = async () =>
  (await api.get('/v3/ecommerce/account/apply-cancel-withdraw/validate-cancel/{sub_mchid}', { sub_mchid: shop })).body

async function earn(settle_info = {}) {
  await api.post('/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid: shop, out_trade_no: 'ORDER_A1', amount: { total: 1000 }, settle_info,
  })
  await api.control.pay()
}

test('allows a sub-merchant to be cancelled, and shows its money', async () => {
  await earn()
  expect(await validate()).toEqual({
    sub_mchid: shop, merchant_state: 'NORMAL', validate_result: 'ALLOW_CANCEL_WITHDRAW',
    account_info: [{ out_account_type: 'BASIC_ACCOUNT', amount: 1000 }],
  })
})

test('says which money and which complaint are in the way', async () => {
  await earn({ profit_sharing: true })
  await api.control.complain('ORDER_A1')
  expect(await validate()).toMatchObject({
    validate_result: 'NOT_ALLOW_CANCEL_WITHDRAW',
    block_reasons: [{ type: 'CONSUMER_COMPLAINT_UNPROCESSED' }, { type: 'FUNDS_PENDING_PROCESSING' }],
  })
})

test('shows a sub-merchant that is cancelled', async () => {
  await api.post('/v3/ecommerce/account/apply-cancel-withdraw', { sub_mchid: shop, out_request_no: 'P1' })
  for (let time = 0; time < 5; time++) await api.control.advance()
  expect(await validate()).toMatchObject({ merchant_state: 'HAS_BEEN_CANCELLED', validate_result: 'NOT_ALLOW_CANCEL_WITHDRAW' })
})
