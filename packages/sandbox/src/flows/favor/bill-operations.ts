import type { World } from '../../state/world.ts'
import { billTime, writeBill, yuan } from '../kit/bill-table.ts'
import { bytesOf, offer } from '../kit/downloads.ts'
import { find, unknown } from '../kit/find.ts'
import type { Flow } from '../kit/flow.ts'
import { type Coupon, coupon } from './coupon.ts'
import { stock } from './stock.ts'

const columns = ['批次id', '优惠id', '优惠类型', '优惠金额（元）', '交易类型', '支付单号', '消耗时间', '消耗商户号']

const rowOf = ({ stock_id, coupon_id, normal_coupon_information, consume_information: used }: Coupon) => [
  stock_id, coupon_id, '全场券', yuan(normal_coupon_information.coupon_amount),
  '支付', used?.transaction_id ?? '', billTime(used?.consume_time ?? ''), used?.consume_mchid ?? '',
]

/** @param isUse whether to list used coupons; refunded ones do not exist here */
const apply = (isUse: boolean) => async (params: { stock_id: string }, world: World) => {
  if (!await find(stock, params, world) && world.strict) return unknown(world, stock)
  const all = isUse ? await world.list(coupon) : []
  const used = all.filter(data => data.stock_id === params.stock_id && data.consume_information)
  const rows = used.map(rowOf)
  const content = writeBill({ columns, rows, totalColumns: ['总条数'], totals: [String(rows.length)] })
  const { download_url: url, hash_value, hash_type } = await offer(bytesOf(content), world)
  const count = String(rows.length)
  return {
    url, hash_value, hash_type, stock_useflow_hash: hash_value, stock_useflow_count: count,
    stock_refundflow_hash: hash_value, stock_refundflow_count: count,
  }
}

const one = '/v3/marketing/favor/stocks/{stock_id}'

/** Files of the used and refunded coupons of a stock. */
export const flow: Flow = {
  actions: {
    [`GET ${one}/use-flow`]: apply(true),
    [`GET ${one}/use-flow-by-day`]: apply(true),
    [`GET ${one}/refund-flow`]: apply(false),
    [`GET ${one}/refund-flow-by-day`]: apply(false),
  },
}
