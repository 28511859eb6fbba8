import type { Reply } from '../../replies/reply.ts'
import { bytesOfBase64 } from '../../values/base64.ts'

/** Returns a reply that is a file of a media type. */
export const fileReply = (file: Uint8Array<ArrayBuffer>, type: string): Reply =>
  ({ status: 200, headers: { 'Content-Type': type }, file })

/** A PNG picture of one pixel, in Base64. */
export const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='

/** A picture of one pixel, for operations that return a picture the sandbox does not have. */
export const picture = fileReply(bytesOfBase64(pixel), 'image/png')
