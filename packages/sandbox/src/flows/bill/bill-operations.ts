import { writeBill } from '../kit/bill-table.ts'
import { bytesOf, offer, serveDownload } from '../kit/downloads.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { text } from '../kit/params.ts'
import { type Bill, billOf } from './bill.ts'
import { fundFlowBill } from './fund-flow-bill.ts'
import { profitSharingBill } from './profit-sharing-bill.ts'
import { tradeBill } from './trade-bill.ts'

const apply = <Entry>(bill: Bill<Entry>): Action => async (params, world) =>
  offer(bytesOf(await billOf(bill, params, world)), world, { gzip: text(params, 'tar_type') === 'GZIP' })

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
