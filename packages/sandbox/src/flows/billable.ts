import { failure } from '../engine/errors.ts'
import type { JsonObject } from '../engine/types.ts'
import { beijingTime } from '../state/beijing-time.ts'
import type { World } from '../state/world.ts'
import { text } from './params.ts'

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
