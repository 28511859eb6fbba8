import type { World } from '../../state/world.ts'
import { writeBill } from '../kit/bill-table.ts'
import { bytesOf, offer, serveDownload } from '../kit/downloads.ts'
import type { Flow } from '../kit/flow.ts'
import { type Bill, billOf, type Wanted } from './bill.ts'
import { fundFlowBill } from './fund-flow-bill.ts'
import { profitSharingBill } from './profit-sharing-bill.ts'
import { tradeBill } from './trade-bill.ts'

const apply = <Entry>(bill: Bill<Entry>) => async (params: Wanted & { tar_type?: 'GZIP' }, world: World) => {
  const content = bytesOf(await billOf(bill, params, world))
  return offer(content, world, { gzip: params.tar_type === 'GZIP' })
}

/** Trade, fund flow and profit sharing bills: apply for a day, download. */
export const flow: Flow = {
  actions: {
    'GET /v3/bill/tradebill': apply(tradeBill),
    'GET /v3/bill/fundflowbill': apply(fundFlowBill),
    'GET /v3/profitsharing/bills': apply(profitSharingBill),
  },
  responders: {
    'GET /v3/billdownload/file': serveDownload(() => writeBill(tradeBill.table([], 'ALL')), 'text/plain; charset=utf-8'),
  },
}
