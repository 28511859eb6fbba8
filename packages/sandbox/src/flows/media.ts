import { bytesOfBase64, encodeBase64 } from '../engine/base64.ts'
import { failure } from '../engine/errors.ts'
import type { Answer, Context, Upload } from '../engine/call.ts'
import { digestHex } from '../engine/hex.ts'
import type { JsonObject } from '../engine/types.ts'
import type { Kind } from '../state/kind.ts'
import type { World } from '../state/world.ts'
import type { Responders } from './flow.ts'
import { text } from './params.ts'

/** An uploaded picture or video. */
const media: Kind = {
  name: 'media',
  key: ['media_id'],
  state: 'state',
  transitions: {},
  missing: ['RESOURCE_NOT_EXISTS', '媒体文件不存在'],
  used: ['INVALID_REQUEST', '媒体文件已存在'],
}

/**
 * Keeps an uploaded file.
 *
 * @throws Refusal where there is no file, or `sha256` of its `meta` is not that of the file
 */
export async function upload({ file }: Upload, meta: JsonObject, world: World): Promise<JsonObject> {
  if (!file) throw failure(['PARAM_ERROR', '缺少名为 file 的文件'])
  const sha256 = await digestHex('SHA-256', file.bytes)
  if (text(meta, 'sha256').toLowerCase() !== sha256) {
    throw failure(['PARAM_ERROR', `meta 中的 sha256 与文件不一致，文件的 SHA-256 为 ${sha256}`])
  }
  const media_id = world.number('sandbox_', 40, sha256)
  const content = encodeBase64(file.bytes)
  await world.save(media, { media_id, filename: text(meta, 'filename'), type: file.type, sha256, content })
  return { media_id, media_url: `https://api.mch.weixin.qq.com/v3/merchant-service/images/${media_id}` }
}

const point = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

const fileOf = (content: string, type: string): Answer => ({
  status: 200,
  headers: { 'Content-Type': type },
  file: bytesOfBase64(content),
})

/** A picture of one point, where there is no file to answer. */
export const placeholder = fileOf(point, 'image/png')

async function download(media_id: string, { state }: Context): Promise<Answer> {
  const found = await state.change(async (world) => {
    const file = await world.find(media, media_id)
    if (!file && world.strict) throw failure(media.missing)
    return file
  })
  return found
    ? fileOf(text(found, 'content'), text(found, 'type') || 'application/octet-stream')
    : placeholder
}

/** Pictures that were uploaded before. */
export const mediaFiles: Responders = {
  'GET /v3/merchant-service/images/{media_id}': ({ path }, context) => download(path.media_id ?? '', context),
}
