import type { World } from '../../state/world.ts'
import { type BillTable, billTime, yuan } from '../kit/bill-table.ts'
import type { Movement } from '../kit/ledger.ts'
import { type Bill, statementCreating, type Wanted } from './bill.ts'
import { movementsOf } from './movements.ts'

/** Returns a day's movements on an account of the merchant, or of one sub-merchant. */
async function entriesOf(wanted: Wanted, world: World): Promise<Movement[]> {
  const { bill_date, sub_mchid: owner = world.mchid, account_type: account = 'BASIC' } = wanted
  return (await movementsOf({ owner, account }, world)).filter(({ time }) => time.startsWith(bill_date))
}

function tableOf(movements: Movement[]): BillTable {
  let balance = 0
  const rows = movements.map(({ time, business, amount, belongsTo, id, number }) => {
    balance += amount
    return [
      billTime(time), belongsTo, id, business, business, amount < 0 ? '支出' : '收入', yuan(Math.abs(amount)),
      yuan(balance), '', '', number,
    ]
  })
  const amounts = movements.map(({ amount }) => amount)
  const income = amounts.filter(amount => amount >= 0)
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

/** The fund flow bill: incoming and outgoing money, with the balance after each movement. */
export const fundFlowBill: Bill<Movement> = {
  entries: entriesOf, table: tableOf, creating: statementCreating,
}
