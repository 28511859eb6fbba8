import type { Call } from '../../engine/call.ts'
import type { Context } from '../../engine/context.ts'
import { refusal } from '../../replies/error-codes.ts'
import type { Reply } from '../../replies/reply.ts'
import { bytesOfBase64 } from '../../values/base64.ts'
import { fileReply, picture } from '../kit/file-reply.ts'
import type { Flow } from '../kit/flow.ts'
import { media } from '../kit/upload.ts'

async function respond({ path }: Call, { state }: Context): Promise<Reply> {
  const found = await state.read(async (world) => {
    const file = await world.find(media, path.media_id ?? '')
    if (!file && world.strict) throw refusal(media.missing)
    return file
  })
  return found
    ? fileReply(bytesOfBase64(found.content), found.type || 'application/octet-stream')
    : picture
}

/** Downloads of uploaded pictures. */
export const flow: Flow = {
  responders: {
    'GET /v3/merchant-service/images/{media_id}': respond,
    'GET /v3/global/merchant-service/images/{media_id}': respond,
  },
}
