import type { World } from '../../state/world.ts'
import { type Bill, billOf, statementCreating, type Wanted } from '../bill/bill.ts'
import { type BillTable, billTime, yuan } from '../kit/bill-table.ts'
import { bytesOf, offer } from '../kit/downloads.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { dayEndWithdrawal } from './day-end.ts'
import { withdrawal } from './withdrawal.ts'

/** A withdrawal that failed or that the bank returned. */
interface Line {
  update_time: string
  owner: string
  withdraw_id: string
  out_request_no: string
  /** In cents. */
  amount: number
  status: string
  reason: string
}

async function linesOf({ bill_date }: Wanted, world: World): Promise<Line[]> {
  const [withdrawals, dayEnds] = await Promise.all([world.list(withdrawal), world.list(dayEndWithdrawal)])
  return [
    ...withdrawals.filter(({ status }) => status === 'FAIL' || status === 'REFUND')
      .map((data): Line => ({ ...data, owner: data.sub_mchid ?? world.mchid })),
    ...dayEnds.filter(({ status }) => status === 'ABNORMAL')
      .map((data): Line => ({ ...data, owner: data.sub_mchid, amount: data.total_amount, reason: data.reason ?? '' })),
  ].filter(({ update_time }) => update_time.startsWith(bill_date))
}

/** Lays out the file; no source shows the columns of production. */
const tableOf = (lines: Line[]): BillTable => ({
  columns: ['状态更新时间', '商户号', '微信支付提现单号', '商户提现单号', '提现金额（元）', '提现状态', '失败原因'],
  rows: lines.map(({ update_time, owner, withdraw_id, out_request_no, amount, status, reason }) =>
    [billTime(update_time), owner, withdraw_id, out_request_no, yuan(amount), status, reason]),
  totalColumns: ['总笔数', '总金额（元）'],
  totals: [String(lines.length), yuan(lines.reduce((sum, { amount }) => sum + amount, 0))],
})

const abnormalBill: Bill<Line> = { entries: linesOf, table: tableOf, creating: statementCreating }

const apply: Action<'GET /v3/merchant/fund/withdraw/bill-type/{bill_type}'> = async ({ bill_date, tar_type }, world) =>
  offer(bytesOf(await billOf(abnormalBill, { bill_date }, world)), world, { gzip: tar_type === 'GZIP' })

/** The file of a day's withdrawals that failed or came back: apply; it is downloaded like a bill. */
export const flow: Flow = {
  actions: { 'GET /v3/merchant/fund/withdraw/bill-type/{bill_type}': apply },
}
