import type { JsonObject } from '../engine/types.ts'
import { type BillTable, billTime, writeBill, yuan } from './bill-table.ts'
import { billable } from './bills.ts'
import { bytesOf, offer } from './downloads.ts'
import type { Action, Flow } from './flow.ts'
import { objects, text } from './params.ts'
import { sharing } from './profit-sharing.ts'

/** What went to one receiver. */
interface Share { order: JsonObject, receiver: JsonObject }

type Column = [title: string, value: (share: Share) => string]

const columns: Column[] = [
  ['分账时间', ({ receiver }) => billTime(text(receiver, 'finish_time'))],
  ['分账发起方', ({ order }) => text(order, 'sub_mchid')],
  ['微信订单号', ({ order }) => text(order, 'transaction_id')],
  ['微信分账/回退单号', ({ order }) => text(order, 'order_id')],
  ['分账明细单号', ({ receiver }) => text(receiver, 'detail_id')],
  ['商户分账/回退单号', ({ order }) => text(order, 'out_order_no')],
  ['分账接收方', ({ receiver }) => text(receiver, 'account')],
  ['分账金额（元）', ({ receiver }) => yuan(Number(receiver.amount ?? 0))],
  ['业务类型', () => '分账'],
  ['处理状态', () => '成功'],
  ['分账描述', ({ receiver }) => text(receiver, 'description')],
]

function tableOf(shares: Share[]): BillTable {
  const total = shares.reduce((sum, { receiver }) => sum + Number(receiver.amount ?? 0), 0)
  return {
    columns: columns.map(([title]) => title),
    rows: shares.map(share => columns.map(([, value]) => value(share))),
    totalColumns: ['总条数', '分账总金额'],
    totals: [String(shares.length), yuan(total)],
  }
}

const apply: Action = async (params, world) => {
  const shares = (await world.list(sharing)).flatMap(order => objects(order, 'receivers')
    .filter(receiver => text(receiver, 'finish_time').startsWith(text(params, 'bill_date')))
    .map((receiver): Share => ({ order, receiver })))
  const subMchid = text(params, 'sub_mchid')
  const wanted = shares.filter(({ order }) => !subMchid || order.sub_mchid === subMchid)
  const content = writeBill(tableOf(billable(wanted, params, world)))
  return offer(bytesOf(content), world, { gzip: text(params, 'tar_type') === 'GZIP' })
}

/** The bill of a day's shared money. */
export const profitSharingBill: Flow = { actions: { 'GET /v3/profitsharing/bills': apply } }
