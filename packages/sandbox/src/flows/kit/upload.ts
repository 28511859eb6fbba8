import type { UploadedFile } from '../../values/multipart.ts'
import { refusal } from '../../replies/error-codes.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import { encodeBase64 } from '../../values/base64.ts'
import { digestHex } from '../../values/hex.ts'
import type { JsonObject } from '../../values/json.ts'

/** An uploaded picture or video. */
export const media: RecordType<{ media_id: string, type: string, content: string }> = {
  name: 'media',
  label: '文件',
  key: ['media_id'],
  missing: ['RESOURCE_NOT_EXISTS', '媒体文件不存在'],
  used: ['INVALID_REQUEST', '媒体文件已存在'],
}

/** The members of `meta` that may hold the file's digest and its algorithm; the API misspells one. */
const digests = ['sha256', 'file_digest', 'digest']
const algorithms = ['digest_algorithm', 'digest_alogrithm']

/**
 * Stores an uploaded file.
 *
 * @throws Refusal if the digest in `meta` is not the file's
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

/** We cannot compute SM3, so we check only the digest's format, and that it is not the SHA-256 digest. */
function checkDigest(meta: JsonObject, sha256: string): void {
  const name = digests.find(name => name in meta) ?? 'sha256'
  const digest = String(meta[name] ?? '').toLowerCase()
  const isSm3 = algorithms.some(name => String(meta[name] ?? '').includes('SM3'))
  if (isSm3 ? /^[\da-f]{64}$/.test(digest) && digest !== sha256 : digest === sha256) return
  throw refusal(['PARAM_ERROR', isSm3
    ? `meta 中的 ${name} 须为文件的 SM3 摘要，64 位十六进制，不是 SHA-256`
    : `meta 中的 ${name} 与文件不一致，文件的 SHA-256 为 ${sha256}`])
}
