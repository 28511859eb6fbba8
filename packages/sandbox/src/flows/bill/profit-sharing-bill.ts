import { type BillTable, billTime, yuan } from '../kit/bill-table.ts'
import type { Bill } from './bill.ts'
import { type Line, linesOf } from './sharing-lines.ts'

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

/** The profit sharing bill: the day's shares and returns. */
export const profitSharingBill: Bill<Line> = {
  entries: linesOf, table: tableOf, creating: ['INVALID_REQUEST', '请求的账单正在生成中'],
}
