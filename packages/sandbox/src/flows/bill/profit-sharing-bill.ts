import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { type BillTable, billTime, yuan } from '../kit/bill-table.ts'
import { objects, pick, text } from '../kit/params.ts'
import { sharingOrder } from '../profitsharing/order-operations.ts'
import { returnOrder } from '../profitsharing/return-operations.ts'
import type { Bill } from './bill.ts'

/** A share of a receiver, or its return, with the members that the columns show. */
type Line = JsonObject

type Column = [title: string, value: (line: Line) => string]

const member = (name: string) => (line: Line) => text(line, name)

const columns: Column[] = [
  ['分账时间', line => billTime(text(line, 'finish_time'))],
  ['分账发起方', member('sub_mchid')],
  ['微信订单号', member('transaction_id')],
  ['微信分账/回退单号', member('id')],
  ['分账明细单号', member('detail_id')],
  ['商户分账/回退单号', member('number')],
  ['分账接收方', member('account')],
  ['分账金额（元）', line => yuan(Number(line.amount ?? 0))],
  ['业务类型', member('type')],
  ['处理状态', () => '成功'],
  ['分账描述', member('description')],
]

function tableOf(lines: Line[]): BillTable {
  const total = (type: string) =>
    yuan(lines.reduce((sum, line) => line.type === type ? sum + Number(line.amount ?? 0) : sum, 0))
  return {
    columns: columns.map(([title]) => title),
    rows: lines.map(line => columns.map(([, value]) => value(line))),
    totalColumns: ['总条数', '分账总金额', '分账回退总金额'],
    totals: [String(lines.length), total('分账'), total('分账回退')],
  }
}

/** Returns a day's shares and returns, by time. */
export async function linesOf(params: JsonObject, world: World): Promise<Line[]> {
  const [orders, returns] = await Promise.all([world.list(sharingOrder), world.list(returnOrder)])
  const byNumber = new Map(orders.map(order => [order.out_order_no, order]))
  const shared = orders.flatMap(order => objects(order, 'receivers').map((receiver): Line => ({
    type: '分账', id: text(order, 'order_id'), number: text(order, 'out_order_no'),
    ...pick(order, 'sub_mchid', 'transaction_id'),
    ...pick(receiver, 'finish_time', 'detail_id', 'account', 'amount', 'description'),
  })))
  const returned = returns.map((item): Line => ({
    type: '分账回退', id: text(item, 'return_id'), number: text(item, 'out_return_no'), account: text(item, 'return_mchid'),
    ...pick(byNumber.get(item.out_order_no!) ?? {}, 'sub_mchid', 'transaction_id'),
    ...pick(item, 'finish_time', 'amount', 'description'),
  }))
  const subMchid = text(params, 'sub_mchid')
  return [...shared, ...returned]
    .filter(line => text(line, 'finish_time').startsWith(text(params, 'bill_date')) && (!subMchid || line.sub_mchid === subMchid))
    .sort((a, b) => text(a, 'finish_time').localeCompare(text(b, 'finish_time')))
}

/** The profit sharing bill: the day's shares and returns. */
export const profitSharingBill: Bill<Line> = { entries: linesOf, table: tableOf }
