import { failure } from '../engine/errors.ts'
import type { JsonObject } from '../engine/types.ts'
import type { World } from '../state/world.ts'
import { beijingTime } from '../state/beijing-time.ts'
import { type BillTable, writeBill } from './bill-table.ts'
import { bytesOf, offer } from './downloads.ts'
import type { Action, Flow } from './flow.ts'
import { fundFlowBill } from './fund-flow-bill.ts'
import { text } from './params.ts'
import { refund } from './refund.ts'
import { type Entry, tradeBill } from './trade-bill.ts'
import { transaction } from './transaction.ts'

const apply = (write: (entries: Entry[], type: string) => BillTable): Action => async (params, world) => {
  const entries = billable(await entriesOf(params, world), params, world)
  const content = writeBill(write(entries, text(params, 'bill_type') || 'ALL'))
  return offer(bytesOf(content), world, { gzip: text(params, 'tar_type') === 'GZIP' })
}

/**
 * The lines of a bill.
 *
 * @throws Refusal in strict mode, where the day is not over, or nothing happened on it
 */
export function billable<T>(entries: T[], params: JsonObject, world: World): T[] {
  if (!world.strict) return entries
  if (text(params, 'bill_date') >= beijingTime(world.now).slice(0, 10)) {
    throw failure(['STATEMENT_CREATING', '账单生成中，请在次日 10 点后下载'])
  }
  if (!entries.length) throw failure(['NO_STATEMENT_EXIST', '账单文件不存在，该日没有交易'])
  return entries
}

/** What a day's orders and refunds were, in the order of time. */
export async function entriesOf(params: JsonObject, world: World): Promise<Entry[]> {
  const date = text(params, 'bill_date')
  const subMchid = text(params, 'sub_mchid')
  const [orders, refunds] = await Promise.all([transaction, refund].map(kind => world.list(kind)))
  const byNumber = new Map(orders!.map(order => [order.out_trade_no, order]))
  const entries: Entry[] = [
    ...orders!.map(order => ({ order })),
    ...refunds!.map(refund => ({ order: byNumber.get(refund.out_trade_no!) ?? refund, refund })),
  ]
  const time = ({ order, refund }: Entry) => text(refund ?? order, 'success_time')
  return entries
    .filter(entry => time(entry).startsWith(date) && (!subMchid || text(entry.order, 'sub_mchid') === subMchid))
    .sort((a, b) => time(a) < time(b) ? -1 : Number(time(a) > time(b)))
}

/** Bills of trade and of fund flow: applied for by day. */
export const bills: Flow = {
  actions: {
    'GET /v3/bill/tradebill': apply(tradeBill),
    'GET /v3/bill/fundflowbill': apply(fundFlowBill),
  },
}
