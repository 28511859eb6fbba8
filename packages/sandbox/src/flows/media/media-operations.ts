import { bytesOfBase64, encodeBase64 } from '../../values/base64.ts'
import { failure } from '../../replies/error-codes.ts'
import type { Answer, Call, Context, UploadedFile } from '../../engine/call.ts'
import { digestHex } from '../../values/hex.ts'
import type { JsonObject } from '../../values/json.ts'
import type { Kind } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Responders } from '../kit/flow.ts'
import { text } from '../kit/params.ts'

/** An uploaded picture or video. */
const media: Kind = {
  name: 'media',
  key: ['media_id'],
  state: 'state',
  transitions: {},
  missing: ['RESOURCE_NOT_EXISTS', '媒体文件不存在'],
  used: ['INVALID_REQUEST', '媒体文件已存在'],
}

/** What the `meta` of an upload calls the digest of the file, and its algorithm: once misspelt by the API. */
const digests = ['sha256', 'file_digest', 'digest']
const algorithms = ['digest_algorithm', 'digest_alogrithm']

/**
 * Keeps an uploaded file.
 *
 * @throws Refusal where the digest its `meta` tells is not that of the file
 */
export async function upload(
  { type, bytes }: UploadedFile, meta: JsonObject, world: World,
): Promise<JsonObject> {
  const sha256 = await digestHex('SHA-256', bytes)
  checkDigest(meta, sha256)
  const media_id = world.number('sandbox_', 40, sha256)
  await world.save(media, { media_id, type, content: encodeBase64(bytes) })
  const media_url = `https://api.mch.weixin.qq.com/v3/merchant-service/images/${media_id}`
  return { media_id, media_url, file_id: media_id, fapiao_media_id: media_id }
}

/** Nothing here computes SM3: of such a digest the form is checked, and that it is not the other one. */
function checkDigest(meta: JsonObject, sha256: string): void {
  const name = digests.find(name => name in meta) ?? 'sha256'
  const digest = text(meta, name).toLowerCase()
  const isSm3 = algorithms.some(name => text(meta, name).includes('SM3'))
  if (isSm3 ? /^[\da-f]{64}$/.test(digest) && digest !== sha256 : digest === sha256) return
  throw failure(['PARAM_ERROR', isSm3
    ? `meta 中的 ${name} 须为文件的 SM3 摘要，64 位十六进制，不是 SHA-256`
    : `meta 中的 ${name} 与文件不一致，文件的 SHA-256 为 ${sha256}`])
}

const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

const fileOf = (content: string, type: string): Answer => ({
  status: 200,
  headers: { 'Content-Type': type },
  file: bytesOfBase64(content),
})

/** A picture of one point, where there is no file to answer. */
export const placeholder = fileOf(point, 'image/png')

async function respond({ path }: Call, { state }: Context): Promise<Answer> {
  const found = await state.change(async (world) => {
    const file = await world.find(media, path.media_id ?? '')
    if (!file && world.strict) throw failure(media.missing)
    return file
  })
  return found
    ? fileOf(text(found, 'content'), text(found, 'type') || 'application/octet-stream')
    : placeholder
}

/** Pictures that were uploaded before. */
export const mediaFiles: Responders = {
  'GET /v3/merchant-service/images/{media_id}': respond,
  'GET /v3/global/merchant-service/images/{media_id}': respond,
}
