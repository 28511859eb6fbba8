import type { World } from '../../state/world.ts'
import { type BillTable, billTime, yuan } from '../kit/bill-table.ts'
import { pick } from '../kit/params.ts'
import { sharingOrder } from '../profitsharing/order-operations.ts'
import { returnOrder } from '../profitsharing/return.ts'
import type { Bill, Wanted } from './bill.ts'

/** A share of a receiver, or its return, with the members that the columns show. */
export interface Line {
  type: '分账' | '分账回退'
  /** WeChat Pay's number of the share or the return. */
  id: string
  /** The merchant's number of the share or the return. */
  number: string
  finish_time: string
  sub_mchid?: string
  transaction_id: string
  detail_id?: string
  account: string
  /** In cents. */
  amount: number
  description: string
}

type Column = [title: string, value: (line: Line) => string]

const columns: Column[] = [
  ['分账时间', line => billTime(line.finish_time)],
  ['分账发起方', line => line.sub_mchid ?? ''],
  ['微信订单号', line => line.transaction_id],
  ['微信分账/回退单号', line => line.id],
  ['分账明细单号', line => line.detail_id ?? ''],
  ['商户分账/回退单号', line => line.number],
  ['分账接收方', line => line.account],
  ['分账金额（元）', line => yuan(line.amount)],
  ['业务类型', line => line.type],
  ['处理状态', () => '成功'],
  ['分账描述', line => line.description],
]

function tableOf(lines: Line[]): BillTable {
  const total = (type: Line['type']) =>
    yuan(lines.reduce((sum, line) => line.type === type ? sum + line.amount : sum, 0))
  return {
    columns: columns.map(([title]) => title),
    rows: lines.map(line => columns.map(([, value]) => value(line))),
    totalColumns: ['总条数', '分账总金额', '分账回退总金额'],
    totals: [String(lines.length), total('分账'), total('分账回退')],
  }
}

/** Returns a day's shares and returns, by time. */
export async function linesOf({ bill_date, sub_mchid }: Wanted, world: World): Promise<Line[]> {
  const [orders, returns] = await Promise.all([world.list(sharingOrder), world.list(returnOrder)])
  const byNumber = new Map(orders.map(order => [order.out_order_no, order]))
  const shared = orders.flatMap(order => order.receivers.map((receiver): Line => ({
    type: '分账', id: order.order_id, number: order.out_order_no,
    ...pick(order, 'sub_mchid', 'transaction_id'),
    ...pick(receiver, 'finish_time', 'detail_id', 'account', 'amount', 'description'),
  })))
  // A return is always of a known share.
  const returned = returns.filter(({ result }) => result === 'SUCCESS').map((item): Line => ({
    type: '分账回退', id: item.return_id, number: item.out_return_no, account: item.return_mchid,
    ...pick(byNumber.get(item.out_order_no)!, 'sub_mchid', 'transaction_id'),
    ...pick(item, 'finish_time', 'amount', 'description'),
  }))
  return [...shared, ...returned]
    .filter(line => line.finish_time.startsWith(bill_date) && (!sub_mchid || line.sub_mchid === sub_mchid))
    .sort((a, b) => a.finish_time.localeCompare(b.finish_time))
}

/** The profit sharing bill: the day's shares and returns. */
export const profitSharingBill: Bill<Line> = {
  entries: linesOf, table: tableOf, creating: ['INVALID_REQUEST', '请求的账单正在生成中'],
}
