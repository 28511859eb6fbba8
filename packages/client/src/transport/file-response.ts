import type { SentRequest } from '../options.ts'
import type { Call } from './draft-request.ts'
import { isGzip } from './file.ts'
import { hashing, paced } from './file-stream.ts'

/** The response to a download: its body is a stream that fails at its end if the hash is wrong. */
export function fileResponse(
  call: Call, request: SentRequest, { status, headers, body }: Response,
): Response {
  const source = paced(body ?? new Blob().stream(), call, request)
  const stream = call.hash ? source.pipeThrough(hashing(call.hash, isGzip(call), request)) : source
  return new Response(stream, { status, headers })
}
