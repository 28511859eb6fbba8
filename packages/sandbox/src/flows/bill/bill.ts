import { refusal } from '../../replies/error-codes.ts'
import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import type { JsonObject } from '../../values/json.ts'
import { type BillTable, writeBill } from '../kit/bill-table.ts'
import { text } from '../kit/params.ts'

/** How a bill finds its entries, and lays them out as a table. */
export interface Bill<Entry> {
  entries: (params: JsonObject, world: World) => Promise<Entry[]>
  table: (entries: Entry[], type: string) => BillTable
}

/**
 * Writes the bill of the requested day.
 *
 * @throws Refusal if the sandbox is strict and the day is not over or has no entries
 */
export async function billOf<Entry>(
  { entries, table }: Bill<Entry>, params: JsonObject, world: World,
): Promise<string> {
  const all = await entries(params, world)
  if (world.strict) requireEntries(all, params, world)
  return writeBill(table(all, text(params, 'bill_type') || 'ALL'))
}

function requireEntries(all: unknown[], params: JsonObject, world: World): void {
  if (text(params, 'bill_date') >= beijingTime(world.now).slice(0, 10)) {
    throw refusal(['STATEMENT_CREATING', '账单生成中，请在次日 10 点后下载'])
  }
  if (!all.length) throw refusal(['NO_STATEMENT_EXIST', '账单文件不存在，该日没有交易'])
}
