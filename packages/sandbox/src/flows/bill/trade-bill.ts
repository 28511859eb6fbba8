import { type BillTable, billTime, yuan } from '../kit/bill-table.ts'
import { type Bill, statementCreating } from './bill.ts'
import { entriesOf, type Entry, timeOf } from './trade-entries.ts'

const refunded = ({ refund }: Entry) => refund?.amount.refund ?? 0
const paid = ({ order, refund }: Entry) => refund ? 0 : order.amount.total

type Column = [title: string, value: (entry: Entry) => string, only?: 'REFUND' | 'NOT_SUCCESS']

const columns: Column[] = [
  ['交易时间', entry => billTime(timeOf(entry))],
  ['公众账号ID', ({ order }) => order.appid ?? order.sp_appid ?? ''],
  ['商户号', ({ order }) => order.mchid ?? order.sp_mchid ?? ''],
  ['特约商户号', ({ order }) => order.sub_mchid ?? '0'],
  ['设备号', () => ''],
  ['微信订单号', ({ order }) => order.transaction_id ?? ''],
  ['商户订单号', ({ order }) => order.out_trade_no ?? ''],
  ['用户标识', ({ order }) => order.payer?.openid ?? ''],
  ['交易类型', ({ order }) => order.trade_type ?? ''],
  ['交易状态', ({ refund }) => refund ? 'REFUND' : 'SUCCESS'],
  ['付款银行', ({ order }) => order.bank_type ?? ''],
  ['货币种类', () => 'CNY'],
  ['应结订单金额', entry => yuan(paid(entry))],
  ['代金券金额', () => '0.00'],
  ['退款申请时间', ({ refund }) => billTime(refund?.create_time ?? ''), 'REFUND'],
  ['退款成功时间', ({ refund }) => billTime(refund?.success_time ?? ''), 'REFUND'],
  ['微信退款单号', ({ refund }) => refund ? refund.refund_id : '0', 'NOT_SUCCESS'],
  ['商户退款单号', ({ refund }) => refund ? refund.out_refund_no : '0', 'NOT_SUCCESS'],
  ['退款金额', entry => yuan(refunded(entry)), 'NOT_SUCCESS'],
  ['充值券退款金额', () => '0.00', 'NOT_SUCCESS'],
  ['退款类型', ({ refund }) => refund?.channel ?? '', 'NOT_SUCCESS'],
  ['退款状态', ({ refund }) => refund?.status ?? '', 'NOT_SUCCESS'],
  ['商品名称', ({ order }) => order.description ?? ''],
  ['商户数据包', ({ order }) => order.attach ?? ''],
  ['手续费', () => '0.00000'],
  ['费率', () => '0.00%'],
  ['订单金额', entry => yuan(paid(entry))],
  ['申请退款金额', entry => yuan(refunded(entry)), 'NOT_SUCCESS'],
  ['费率备注', () => ''],
]

const applies: Record<string, (only: Column[2]) => boolean> = {
  ALL: only => only !== 'REFUND', SUCCESS: only => only === undefined, REFUND: () => true,
}

function tableOf(all: Entry[], type: string): BillTable {
  const shown = columns.filter(([, , only]) => (applies[type] ?? applies.ALL!)(only))
  const entries = all.filter(({ refund }) => type === 'ALL' || (type === 'REFUND') === (refund !== undefined))
  const add = (amount: (entry: Entry) => number) =>
    yuan(entries.reduce((sum, entry) => sum + amount(entry), 0))
  return {
    columns: shown.map(([title]) => title),
    rows: entries.map(entry => shown.map(([, value]) => value(entry))),
    totalColumns: [
      '总交易单数', '应结订单总金额', '退款总金额', '充值券退款总金额', '手续费总金额', '订单总金额', '申请退款总金额',
    ],
    totals: [String(entries.length), add(paid), add(refunded), '0.00', '0.00000', add(paid), add(refunded)],
  }
}

/** The trade bill of a type: `ALL`, `SUCCESS` or `REFUND`. */
export const tradeBill: Bill<Entry> = { entries: entriesOf, table: tableOf, creating: statementCreating }
