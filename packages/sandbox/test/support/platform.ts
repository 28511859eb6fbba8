import type { openFlow } from './flow.ts'
import { identity } from './identity.ts'

/** The sub-merchants of the platform's combined order. */
export const subMerchants = ['1900000110', '1900000111'] as const

/** Returns the body of a combined order of 1000 fen for each sub-merchant, to be shared. */
export const combinedOrder = (settle_info: { subsidy_amount?: number } = {}) => ({
  combine_appid: 'wx1', combine_mchid: identity.mchid, combine_out_trade_no: 'ORDER_C1', notify_url: 'https://shop.example/pay',
  sub_orders: subMerchants.map((sub_mchid, index) => ({
    mchid: identity.mchid, sub_mchid, out_trade_no: `ORDER_A${index + 1}`, amount: { total_amount: 1000, currency: 'CNY' },
    settle_info: { profit_sharing: true, ...settle_info },
  })),
})

/** Requests a recharge of the platform's operating account, which pays subsidies. */
export const rechargePath = '/v3/platsolution/ecommerce/bank-transfer-recharges/apply'

/** Returns the body of that request; its key is `C1`. */
export const recharge = (amount: number) => ({
  out_recharge_no: 'C1', recharge_scene: 'ECOMMERCE_BANK_TRANSFER', account_type: 'OPERATION', recharge_amount: { amount },
})

interface Paying {
  control: {
    pay: () => Promise<unknown>
    state: () => Promise<{ key: string, data: Record<string, unknown> }[]>
  }
}

/** Pays the combined order; returns WeChat Pay's number of the first sub-merchant's order. */
export async function payCombined({ control }: Paying): Promise<string> {
  await control.pay()
  const state = await control.state()
  return String(state.find(({ key }) => key === 'ORDER_A1')!.data.transaction_id)
}

/** Places the combined order and pays it; returns the number as `payCombined` does. */
export async function orderCombined(
  api: ReturnType<typeof openFlow>, settleInfo?: { subsidy_amount: number },
): Promise<string> {
  await api.post('/v3/combine-transactions/jsapi', combinedOrder(settleInfo))
  return payCombined(api)
}
