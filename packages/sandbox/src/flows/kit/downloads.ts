import type { Responder } from '../../engine/context.ts'
import { refusal } from '../../replies/error-codes.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import { bytesOfBase64, encodeBase64 } from '../../values/base64.ts'
import { digestHex } from '../../values/hex.ts'
import { fileReply } from './file-reply.ts'

/** A file that can be downloaded, its content in Base64. */
export const download: RecordType<{ token: string, type: string, content: string }> = {
  name: 'download',
  label: '下载',
  key: ['token'],
  missing: ['RESOURCE_NOT_EXISTS', '文件不存在，请重新申请下载地址'],
  used: ['INVALID_REQUEST', '文件已存在'],
}

/** How a file is offered. */
interface Offer {
  /** Path of the operation that returns it. @default '/v3/billdownload/file' */
  path?: string
  /** Media type of the file. @default 'text/plain; charset=utf-8' */
  type?: string
  /** The bytes to store if they differ from the hashed ones. @default the content */
  stored?: Uint8Array<ArrayBuffer>
  /** Whether the address asks for a packed file. @default false */
  gzip?: boolean
}

/** Stores a file for download; returns its hash and its address. */
export async function offer(content: Uint8Array<ArrayBuffer>, world: World, {
  path = '/v3/billdownload/file', type = 'text/plain; charset=utf-8', stored = content, gzip = false,
}: Offer = {}) {
  const hash_value = await digestHex('SHA-1', content)
  const token = await digestHex('SHA-1', stored)
  await world.save(download, { token, type, content: encodeBase64(stored) })
  return {
    hash_type: 'SHA1' as const,
    hash_value,
    download_url: `https://api.mch.weixin.qq.com${path}?token=${token}${gzip ? '&tartype=gzip' : ''}`,
  }
}

/** The UTF-8 bytes of a text. */
export const bytesOf = (text: string) => new TextEncoder().encode(text)

/**
 * Returns a responder for the stored file of a token, packed on request.
 *
 * @param sample the file a lenient sandbox returns for a token it never issued
 */
export function serveDownload(sample: () => string, type: string): Responder {
  const sampleFile = () => ({ content: encodeBase64(bytesOf(sample())), type })
  return async ({ query }, { state }) => {
    const file = await state.read(async (world) => {
      const known = await world.find(download, query.get('token') ?? '')
      if (!known && world.strict) throw refusal(download.missing)
      return known ?? sampleFile()
    })
    const bytes = bytesOfBase64(file.content)
    return query.get('tartype')?.toUpperCase() === 'GZIP'
      ? fileReply(await gzip(bytes), 'application/x-gzip')
      : fileReply(bytes, file.type)
  }
}

async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}
