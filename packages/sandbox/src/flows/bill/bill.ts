import { type Reason, refusal } from '../../replies/error-codes.ts'
import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import { type BillTable, writeBill } from '../kit/bill-table.ts'
import type { Account } from '../kit/ledger.ts'

/** The bill that a request asks for. */
export interface Wanted {
  /** Such as `2025-01-02`. */
  bill_date: string
  sub_mchid?: string
  bill_type?: string
  /** @default 'BASIC' */
  account_type?: Account
}

/** How a bill finds its entries, and lays them out as a table. */
export interface Bill<Entry> {
  entries: (params: Wanted, world: World) => Promise<Entry[]>
  table: (entries: Entry[], type: string) => BillTable
  /** The refusal while the day is not over. */
  creating: Reason
}

/** The refusal of most bills while the day is not over. */
export const statementCreating: Reason = ['STATEMENT_CREATING', '账单生成中，请在次日 10 点后下载']

/**
 * Writes the bill of the requested day.
 *
 * @throws Refusal if the sandbox is strict and the day is not over or has no entries
 */
export async function billOf<Entry>(
  bill: Bill<Entry>, params: Wanted, world: World,
): Promise<string> {
  const all = await bill.entries(params, world)
  if (world.strict && params.bill_date >= beijingTime(world.now).slice(0, 10)) throw refusal(bill.creating)
  if (world.strict && !all.length) throw refusal(['NO_STATEMENT_EXIST', '账单文件不存在，该日没有交易'])
  return writeBill(bill.table(all, params.bill_type ?? 'ALL'))
}
