import { billTime, type BillTable, yuan } from './bill-table.ts'
import { amountOf, text } from './params.ts'
import type { Entry } from './trade-bill.ts'

/** The fund flow bill: what came in by orders and went out by refunds, with the balance after each. */
export function fundFlowBill(entries: Entry[]): BillTable {
  let balance = 0
  const amounts = entries.map(({ order, refund }) =>
    refund ? -amountOf(refund, 'amount', 'refund') : amountOf(order, 'amount', 'total'))
  const rows = entries.map(({ order, refund }, index) => {
    balance += amounts[index]!
    const id = refund ? text(refund, 'refund_id') : text(order, 'transaction_id')
    return [
      billTime(text(refund ?? order, 'success_time')), text(order, 'transaction_id'), id,
      refund ? '退款' : '交易', refund ? '退款' : '交易', refund ? '支出' : '收入', yuan(Math.abs(amounts[index]!)),
      yuan(balance), '', '', refund ? text(refund, 'out_refund_no') : text(order, 'out_trade_no'),
    ]
  })
  const income = amounts.filter(amount => amount > 0)
  const spent = amounts.filter(amount => amount < 0)
  const add = (list: number[]) => yuan(Math.abs(list.reduce((sum, amount) => sum + amount, 0)))
  return {
    columns: [
      '记账时间', '微信支付业务单号', '资金流水单号', '业务名称', '业务类型', '收支类型', '收支金额（元）',
      '账户结余（元）', '资金变更提交申请人', '备注', '业务凭证号',
    ],
    rows,
    totalColumns: ['资金流水总笔数', '收入笔数', '收入金额', '支出笔数', '支出金额'],
    totals: [String(rows.length), String(income.length), add(income), String(spent.length), add(spent)],
  }
}
