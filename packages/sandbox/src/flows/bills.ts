import type { JsonObject } from '../engine/types.ts'
import type { World } from '../state/world.ts'
import { type BillTable, writeBill } from './bill-table.ts'
import { billable } from './billable.ts'
import { bytesOf, offer } from './downloads.ts'
import type { Action, Flow } from './flow.ts'
import { fundFlowBill } from './fund-flow-bill.ts'
import { movementsOf } from './movements.ts'
import { text } from './params.ts'
import { entriesOf, tradeBill } from './trade-bill.ts'

const apply = <Entry>(
  read: (params: JsonObject, world: World) => Promise<Entry[]>,
  write: (entries: Entry[], type: string) => BillTable,
): Action => async (params, world) => {
  const entries = billable(await read(params, world), params, world)
  const content = writeBill(write(entries, text(params, 'bill_type') || 'ALL'))
  return offer(bytesOf(content), world, { gzip: text(params, 'tar_type') === 'GZIP' })
}

/** Bills of trade and of fund flow: applied for by day. */
export const bills: Flow = {
  actions: {
    'GET /v3/bill/tradebill': apply(entriesOf, tradeBill),
    'GET /v3/bill/fundflowbill': apply(movementsOf, fundFlowBill),
  },
}
