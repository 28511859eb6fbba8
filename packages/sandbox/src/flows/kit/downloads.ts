import { bytesOfBase64, encodeBase64 } from '../../values/base64.ts'
import type { Answer, Context } from '../../engine/call.ts'
import { failure } from '../../replies/error-codes.ts'
import { digestHex } from '../../values/hex.ts'
import type { JsonObject } from '../../values/json.ts'
import type { Kind } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { writeBill } from './bill-table.ts'
import type { Responders } from './flow.ts'
import { text } from './params.ts'
import { writePdf } from './pdf.ts'
import { tradeBill } from '../bill/trade-bill.ts'

/** A file that can be downloaded. */
const download: Kind = {
  name: 'download',
  key: ['token'],
  state: 'state',
  transitions: {},
  missing: ['RESOURCE_NOT_EXISTS', '文件不存在，请重新申请下载地址'],
  used: ['INVALID_REQUEST', '文件已存在'],
}

/** What a file is offered as. */
export interface Offer {
  /** Path of the operation that answers it. @default the one of bills */
  path?: string
  /** What the hash is taken with, by the platform's name. @default SHA-1 */
  hash?: 'SHA-1' | 'SHA-256'
  /** Media type of the file. @default plain text */
  type?: string
  /** What is stored, where the hash is of something else. @default the content */
  stored?: Uint8Array<ArrayBuffer>
  gzip?: boolean
}

/** Keeps a file for download; answers its hash and its address. */
export async function offer(content: Uint8Array<ArrayBuffer>, world: World, {
  path = '/v3/billdownload/file', hash = 'SHA-1', type = 'text/plain; charset=utf-8', stored = content, gzip = false,
}: Offer = {}) {
  const hash_value = await digestHex(hash, content)
  const token = await digestHex('SHA-1', stored)
  await world.save(download, { token, type, content: encodeBase64(stored) })
  return {
    hash_type: hash.replace('-', ''),
    hash_value,
    download_url: `https://api.mch.weixin.qq.com${path}?token=${token}${gzip ? '&tartype=gzip' : ''}`,
  }
}

/** The bytes of a text in UTF-8. */
export const bytesOf = (text: string) => new TextEncoder().encode(text)

/** Paths of the operations that answer files, and what one looks like of which nobody was told the address. */
const samples: Record<string, () => JsonObject> = {
  'billdownload/file': () => fileOf(writeBill(tradeBill.table([], 'ALL')), 'text/plain; charset=utf-8'),
  'transferdownload/signfile': () => fileOf(writePdf('Receipt'), 'application/pdf'),
  'transferdownload/elecvoucherfile': () => fileOf(writePdf('Voucher'), 'application/pdf'),
  'new-tax-control-fapiao/download': () => fileOf(writePdf('Fapiao'), 'application/pdf'),
}

const fileOf = (content: string, type: string) => ({ content: encodeBase64(bytesOf(content)), type })

async function serve(query: URLSearchParams, { state }: Context, sample: () => JsonObject): Promise<Answer> {
  const file = await state.change(async (world) => {
    const known = await world.find(download, query.get('token') ?? '')
    if (!known && world.strict) throw failure(download.missing)
    return known ?? sample()
  })
  const bytes = bytesOfBase64(text(file, 'content'))
  const isGzip = query.get('tartype')?.toUpperCase() === 'GZIP'
  return {
    status: 200,
    headers: { 'Content-Type': isGzip ? 'application/x-gzip' : text(file, 'type') },
    file: isGzip ? await gzip(bytes) : bytes,
  }
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** Files that were applied for before, each under its token; packed where that is asked for. */
export const downloads: Responders = Object.fromEntries(Object.entries(samples).map(([path, sample]) =>
  [`GET /v3/${path}`, ({ query }, context) => serve(query, context, sample)]))
