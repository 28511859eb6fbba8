import { scenarioHeader } from '../../src/index.ts'
import { openUnsigned } from './unsigned.ts'

const notify_url = 'https://shop.example/notify'
const partner = { sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid: '1900000118', notify_url }
const payscore = { appid: 'wx1', service_id: '500001', notify_url }
const amount = { refund: 10, total: 100, currency: 'CNY' }
const failing = (name: string) => ({ [scenarioHeader]: name })

type Api = ReturnType<typeof openUnsigned>

async function payments({ send, control }: Api) {
  const order = { appid: 'wx1', mchid: '1900000109', description: '早餐', out_trade_no: 'ORDER_A1', notify_url, amount: { total: 100 } }
  await send('POST', '/v3/pay/transactions/jsapi', { ...order, settle_info: { profit_sharing: true } })
  await send('POST', '/v3/pay/partner/transactions/native', { ...partner, out_trade_no: 'ORDER_A2', amount: { total: 100 } })
  await send('POST', '/v3/combine-transactions/jsapi', {
    combine_appid: 'wx1', combine_mchid: '1900000109', combine_out_trade_no: 'ORDER_C1', notify_url,
    sub_orders: [{ mchid: '1900000109', out_trade_no: 'ORDER_C11', amount: { total_amount: 100 } }],
  })
  await control.advance()
  const refund = (number: string, scenario = {}) => send('POST', '/v3/refund/domestic/refunds',
    { out_trade_no: 'ORDER_A1', out_refund_no: number, notify_url, amount }, scenario)
  await refund('R1')
  await refund('R2', failing('REFUND_ABNORMAL'))
  await refund('R3', failing('REFUND_CLOSED'))
  const receiver = { type: 'MERCHANT_ID', account: '1900000110', relation_type: 'PARTNER' }
  await send('POST', '/v3/profitsharing/receivers/add', receiver)
  const { body } = await send('GET', '/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=1900000109')
  await send('POST', '/v3/profitsharing/orders', {
    transaction_id: body.transaction_id, out_order_no: 'P1', receivers: [{ ...receiver, amount: 20, description: '分账' }],
  })
  await send('POST', '/v3/profitsharing/return-orders', {
    out_order_no: 'P1', out_return_no: 'ORDER_B1', return_mchid: '1900000110', amount: 5, description: '退回',
  })
  await control.complain('ORDER_A1')
  const id = (await control.state()).find(({ kind }) => kind === 'complaint')!.key
  await send('POST', `/v3/merchant-service/complaints-v2/${id}/update-refund-progress`, { action: 'REJECT', reject_reason: '已退' })
  await send('POST', `/v3/merchant-service/complaints-v2/${id}/complete`, { complainted_mchid: '1900000109' })
}

async function transfers({ send, control }: Api) {
  const bills = '/v3/fund-app/mch-transfer/transfer-bills'
  const transfer = { appid: 'wx1', openid: 'o1', transfer_scene_id: '1000', transfer_amount: 100, transfer_remark: '奖金', notify_url }
  const authorization_info = { user_display_name: '张三', out_authorization_no: 'L1', authorization_notify_url: notify_url }
  await send('POST', `${bills}/pre-transfer-with-authorization`, { ...transfer, out_bill_no: 'T1', authorization_info })
  await send('POST', bills, { ...transfer, out_bill_no: 'T2' }, failing('TRANSFER_FAIL'))
  await control.advance()
  await send('POST', `/v3/fund-app/mch-transfer/user-confirm-authorization/out-authorization-no/L1/close`, {})
}

async function payscores({ send, control }: Api) {
  const fees = { post_payments: [{ name: '租借', amount: 300 }], total_amount: 300 }
  await send('POST', '/v3/payscore/serviceorder', {
    ...payscore, out_order_no: 'ORDER_S1', service_introduction: '租借', risk_fund: { name: 'DEPOSIT', amount: 500 },
    time_range: { start_time: 'OnAccept' },
  })
  await send('POST', '/v3/payscore/smartretail-orders', { ...payscore, out_order_no: 'ORDER_S2', service_introduction: '早餐' })
  await send('POST', '/v3/payscore/permissions', { ...payscore, authorization_code: 'K1' })
  await send('POST', '/v3/payscore/plan/payscore-plans', {
    ...payscore, merchant_plan_no: 'N1', plan_name: '月卡', plan_duration: 30, deduction_quantity: 1, total_original_price: 200,
    total_actual_price: 100, plan_detail_list: [{ original_price: 200, actual_price: 100, plan_detail_name: '一次' }],
  })
  const { plan_id } = (await send('GET', '/v3/payscore/plan/payscore-plans/merchant-plan-no/N1')).body
  await send('POST', '/v3/payscore/sign-plan/user-sign-plans', {
    ...payscore, plan_id, openid: 'o1', merchant_sign_plan_no: 'M1', notify_url,
    sign_plan_detail: [{ plan_detail_no: 1, merchant_plan_detail_no: 'M11' }],
  })
  await send('POST', '/v3/payscore/partner/service-account-applications', { ...payscore, sub_mchid: '1', out_apply_no: 'Y1' })
  await control.advance()
  await send('POST', '/v3/payscore/serviceorder/ORDER_S1/complete', { ...payscore, ...fees })
  const fee = [{ fee_name: '牛奶', fee_count: 1, fee_amount: 300 }]
  await send('POST', '/v3/payscore/smartretail-orders/ORDER_S2/complete', { ...payscore, fees: fee, total_amount: 300 })
  await control.advance()
  await send('POST', '/v3/payscore/permissions/authorization-code/K1/terminate', { ...payscore, reason: '用户要求' })
  await send('POST', '/v3/payscore/sign-plan/user-sign-plans/merchant-sign-plan-no/M1/stop', { stop_reason: '用户要求' })
}

async function funds({ send, control }: Api) {
  const { sub_mchid } = partner
  const order = { appid: 'wx1', mchid: '1900000109', notify_url, amount: { total: 100 } }
  await send('POST', '/v3/pay/transactions/native', { ...order, out_trade_no: 'ORDER_A3' })
  await send('POST', '/v3/pay/partner/transactions/native', { ...partner, out_trade_no: 'ORDER_A4', amount: { total: 100 } })
  await control.advance()
  await send('POST', '/v3/merchant/fund/withdraw', { out_request_no: 'W1', amount: 10, account_type: 'BASIC', notify_url })
  await send('POST', '/v3/ecommerce/fund/withdraw', { sub_mchid, out_request_no: 'W2', amount: 10, notify_url }, failing('WITHDRAW_FAIL'))
  await control.advance()
  control.clock.advance(24 * 3_600_000)
  await send('POST', '/v3/platsolution/ecommerce/withdraw/day-end-balance-withdraw', {
    sub_mchid, out_request_no: 'D1', calculate_amount_type: 'ONLY_DAY_END_BALANCE', notify_url,
  })
  await control.advance()
}

async function stuckMoney({ send, control }: Api) {
  await control.advance({ kind: 'abnormal-receipt', key: '01000117' })
  await send('POST', '/v3/abnormal-fund-processing/receipts/01000117/transfer-instructions', {
    out_instruction_no: 'Y1', transfer_mode: 'TRANSFER_TO_SPECIFIED_RECEIVE_MERCHANT', receiver: { mchid: '1900000118' }, notify_url,
  })
  await control.advance({ kind: 'abnormal-receipt', key: '01000117' })
}

async function recharges({ send, control }: Api) {
  const path = '/v3/platsolution/ecommerce/recharges'
  const recharge = {
    sub_mchid: partner.sub_mchid, recharge_scene: 'ECOMMERCE_PAYMENT', account_type: 'OPERATION', notify_url,
    recharge_amount: { amount: 100, currency: 'CNY' },
  }
  for (const channel of ['BANK_TRANSFER', 'QR_RECHARGE', 'ONLINE_BANK']) {
    const number = { out_recharge_no: `C${channel.replace('_', '')}`, available_recharge_channels: [channel] }
    await send('POST', `${path}/apply`, { ...recharge, ...number }, failing('RECHARGE_RETURNED'))
  }
  await control.advance()
  await control.advance()
  await send('POST', `${path}/apply`, { ...recharge, out_recharge_no: 'C4' })
  await send('POST', `${path}/out-recharge-no/C4/close?sub_mchid=${partner.sub_mchid}`)
}

async function contracts({ send, control }: Api) {
  const path = '/v3/ecommerce/combine-papay/contracts'
  const wanted = { appid: 'wx1', plan_id: 12535, contract_display_account: '张三', notify_url, attach: 'store=0001' }
  const json = { ...wanted, out_contract_code: 'HT1' }
  await send('POST', `${path}/pre-entrust-sign`, json, failing('CONTRACT_TERMINATED'))
  await control.advance()
  await control.advance()
}

async function settlements({ send, control }: Api) {
  await send('POST', '/v3/ecommerce/individual-contracts/pre-entrust-sign/app', { appid: 'wx1', out_contract_code: 'PAYEE_1' })
  await control.advance()
  const [authorized] = (await control.state()).filter(({ kind }) => kind === 'individual-authorization')
  const { individual_auth_id } = authorized!.data
  await send('POST', '/v3/combine-transactions/miniprogram', {
    combine_appid: 'wx1', combine_mchid: '1900000109', combine_out_trade_no: 'ORDER_C5', sub_orders: [{
      mchid: '1900000109', out_trade_no: 'ORDER_A5', individual_auth_id, amount: { total_amount: 100, currency: 'CNY' },
    }],
  })
  await control.pay({ key: 'ORDER_C5' })
  const { transaction_id } = (await control.state()).find(({ key }) => key === 'ORDER_A5')!.data
  await send('POST', '/v3/platsolution/ecommerce/settle/prepay-settle-orders', {
    out_settle_batch_no: 'JS1', individual_auth_id, notify_url, description: '咖啡机', trade_scenario: 'RECOMMERCE',
    settle_info_list: [{ transaction_id, settle_detail_info_list: [{ receiver_account: '1900000109', amount: { amount: 100 } }] }],
  })
  await control.advance()
  await control.advance()
}

async function others({ send, control }: Api) {
  const favor = '/v3/marketing/favor'
  const { stock_id } = (await send('POST', `${favor}/coupon-stocks`, {
    stock_name: '早餐券', stock_type: 'NORMAL', no_cash: false, belong_merchant: '1900000109', out_request_no: 'F1',
    available_begin_time: '2025-01-01T00:00:00+08:00', available_end_time: '2025-02-01T00:00:00+08:00',
    stock_use_rule: { max_coupons: 100, max_amount: 10_000, max_coupons_per_user: 10 },
    coupon_use_rule: { fixed_normal_coupon: { coupon_amount: 100, transaction_minimum: 200 } },
  })).body
  await send('POST', `${favor}/stocks/${String(stock_id)}/start`, { stock_creator_mchid: '1900000109' })
  await send('POST', `${favor}/users/o1/coupons`, { stock_id, out_request_no: 'F11', appid: 'wx1', stock_creator_mchid: '1900000109' })
  await send('POST', '/v3/global/merchant/h5/permission/domain/applications', {
    sub_mchid: '1900000118', domains: ['www.example.com'], website_url: 'https://www.example.com', out_applyment_id: 'H1', notify_url,
  })
  await control.advance()
  await control.advance({ kind: 'busifavor-coupon', key: '98065001' })
  await control.advance({ kind: 'mall-authorization', key: 'o1' })
  await control.advance({ kind: 'mall-transaction', key: '4200001234' })
  await control.advance({ kind: 'mall-refund', key: '4200001234' })
}

const stories = [payments, transfers, payscores, others, funds, recharges, stuckMoney, contracts, settlements]

/** Causes every notification that the flows send, and returns them. */
export async function bringAbout() {
  const api = openUnsigned()
  for (const story of stories) await story(api)
  return api.control.notifications()
}
