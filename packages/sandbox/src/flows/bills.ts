import { failure } from '../engine/errors.ts'
import type { JsonObject } from '../engine/types.ts'
import type { Kind } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import { beijingTime } from '../state/beijing-time.ts'
import { type BillTable, writeBill } from './bill-table.ts'
import { bytesToHex } from './hex.ts'
import type { Action, Flow, Responders } from './flow.ts'
import { fundFlowBill } from './fund-flow-bill.ts'
import { text } from './params.ts'
import { refund } from './refunds.ts'
import { type Entry, tradeBill } from './trade-bill.ts'
import { transaction } from './transaction.ts'

/** A bill that can be downloaded. */
const bill: Kind = {
  name: 'bill',
  key: ['token'],
  state: 'state',
  transitions: {},
  missing: ['RESOURCE_NOT_EXISTS', '账单文件不存在，请重新申请下载地址'],
  used: ['INVALID_REQUEST', '账单已存在'],
}

const apply = (write: (entries: Entry[], type: string) => BillTable): Action => async (params, world) => {
  const date = text(params, 'bill_date')
  if (world.strict && date >= beijingTime(world.now).slice(0, 10)) {
    throw failure(['STATEMENT_CREATING', '账单生成中，请在次日 10 点后下载'])
  }
  const entries = await entriesOf(date, text(params, 'sub_mchid'), world)
  if (world.strict && !entries.length) throw failure(['NO_STATEMENT_EXIST', '账单文件不存在，该日没有交易'])
  const content = writeBill(write(entries, text(params, 'bill_type') || 'ALL'))
  const hash = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(content))
  const hash_value = bytesToHex(new Uint8Array(hash))
  await world.save(bill, { token: hash_value, content })
  const type = text(params, 'tar_type') ? `&tartype=${text(params, 'tar_type').toLowerCase()}` : ''
  const download_url = `https://api.mch.weixin.qq.com/v3/billdownload/file?token=${hash_value}${type}`
  return { hash_type: 'SHA1', hash_value, download_url }
}

/** What a day's orders and refunds were, in the order of time. */
async function entriesOf(date: string, subMchid: string, world: World): Promise<Entry[]> {
  const [orders, refunds] = await Promise.all([transaction, refund].map(kind => world.list(kind)))
  const byNumber = new Map(orders!.map(order => [order.out_trade_no, order]))
  const entries: Entry[] = [
    ...orders!.map(order => ({ order })),
    ...refunds!.map(refund => ({ order: byNumber.get(refund.out_trade_no!) ?? refund, refund })),
  ]
  const time = ({ order, refund }: Entry) => text(refund ?? order, 'success_time')
  return entries
    .filter(entry => time(entry).startsWith(date) && (!subMchid || text(entry.order, 'sub_mchid') === subMchid))
    .sort((a, b) => time(a) < time(b) ? -1 : Number(time(a) > time(b)))
}

/** Bills of trade and of fund flow: applied for by day. */
export const bills: Flow = {
  actions: {
    'GET /v3/bill/tradebill': apply(tradeBill),
    'GET /v3/bill/fundflowbill': apply(fundFlowBill),
  },
}

/** The file of a bill: CSV, or gzip where that was asked for. */
export const billFiles: Responders = {
  'GET /v3/billdownload/file': async ({ query }, { state }) => {
    const token = query.get('token') ?? ''
    const found = await state.change(async world => await world.find(bill, token) ?? unknownBill(world))
    const csv = new TextEncoder().encode(text(found, 'content'))
    const isGzip = query.get('tartype')?.toUpperCase() === 'GZIP'
    return {
      status: 200,
      headers: { 'Content-Type': isGzip ? 'application/x-gzip' : 'text/plain; charset=utf-8' },
      file: isGzip ? await gzip(csv) : csv,
    }
  },
}

function unknownBill(world: World): JsonObject {
  if (world.strict) throw failure(bill.missing)
  return { content: writeBill(tradeBill([], 'ALL')) }
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
