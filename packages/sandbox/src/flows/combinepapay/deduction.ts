import type { Machine } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { sum } from '../kit/params.ts'
import { type Order, paid, transaction, unpaid } from '../payment/transaction.ts'
import type { Contract } from './contract.ts'

/** A part of a request to deduct. */
type Part = {
  mchid: string
  out_trade_no: string
  sub_mchid: string
  sub_appid?: string
  attach?: string
  description: string
  amount: { total_amount: number, currency: string }
  settle_info?: { profit_sharing?: boolean, subsidy_amount?: number }
}

/** A request to deduct. */
export type Wanted = {
  combine_appid: string
  combine_mchid: string
  combine_out_trade_no: string
  contract_id: string
  sub_orders: Part[]
}

/** A deduction as it is stored; its parts are orders. */
export type Deduction = Omit<Wanted, 'sub_orders'> & {
  state: 'SUCCESS' | 'REVOKED'
  openid: string
  /** Merchant's numbers of the parts. */
  parts: string[]
}

/** A deduction and its states. */
export const deduction: Machine<'reverse', Deduction> = {
  name: 'combine-papay-deduction',
  label: '合单代扣',
  key: ['combine_out_trade_no'],
  within: ['combine_appid'],
  state: 'state',
  transitions: { reverse: { from: ['SUCCESS', 'REVOKED'], to: 'REVOKED' } },
  missing: ['ORDER_NOT_EXIST', '订单不存在'],
  used: ['OUT_TRADE_NO_USED', '合单商户订单号重复：同一订单号须用相同的参数扣款'],
}

/** Makes the deduction of a request, from the user of the contract. */
export const deducted = ({ sub_orders, ...params }: Wanted, payer: Contract | undefined): Deduction => ({
  ...params, state: 'SUCCESS', openid: payer?.openid ?? '', parts: sub_orders.map(({ out_trade_no }) => out_trade_no),
})

/** Makes the order of a part, paid by the user of the contract. */
export function orderOf(part: Part, params: Wanted, payer: Contract | undefined, world: World) {
  const { combine_appid, combine_out_trade_no } = params
  const { amount: { total_amount, currency }, ...rest } = part
  const total = sum([total_amount])
  const order = unpaid({
    ...rest, combine_out_trade_no, appid: combine_appid, amount: { total, currency }, payer: { openid: payer?.openid ?? '' },
  }, 'JSAPI')
  return paid(order, world)
}

/** Returns the orders of a deduction. */
export async function partsOf({ parts }: Deduction, world: World): Promise<Order[]> {
  const found = await Promise.all(parts.map(number => world.find(transaction, number)))
  return found.filter(order => order !== undefined)
}

/** Returns a deduction as responses show it; orders by deduction have the trade type `PAP`, official page 4012884130. */
export const shownDeduction = (data: Deduction, orders: Order[]) => ({
  ...data,
  sub_orders: orders.map(({ amount: { total, currency = 'CNY', payer_total = total }, transaction_id = '', ...order }) => ({
    mchid: order.mchid ?? '',
    out_trade_no: order.out_trade_no,
    sub_mchid: order.sub_mchid ?? '',
    trade_state: order.trade_state,
    trade_type: 'PAP',
    transaction_id,
    ...order.sub_appid !== undefined && { sub_appid: order.sub_appid },
    ...order.attach !== undefined && { attach: order.attach },
    ...order.bank_type !== undefined && { bank_type: order.bank_type },
    ...order.success_time !== undefined && { success_time: order.success_time },
    amount: { total_amount: total, currency, payer_amount: payer_total, payer_currency: 'CNY' },
  })),
  combine_payer_info: { openid: data.openid },
})
