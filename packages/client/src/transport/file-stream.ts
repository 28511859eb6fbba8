import type { FileHash, SentRequest } from '../options.ts'
import type { CallOptions } from './call-options.ts'
import { startDeadline } from './deadline.ts'
import { createHashCheck, wrongFile } from './hash.ts'
import { failureOf } from './network-failure.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Makes a stream that passes a file on and fails at its end if the hash is wrong. */
export function hashing(hash: FileHash, gzip: boolean, request: SentRequest): TransformStream<Bytes, Bytes> {
  const check = createHashCheck(hash, request)
  const sink = new WritableStream<Bytes>({ write: check.update })
  const gunzip = gzip ? new DecompressionStream('gzip') : undefined
  const unpacked = gunzip?.readable.pipeTo(sink).catch((cause: unknown) => {
    throw wrongFile(request, 'invalid gzip', cause)
  })
  // The stream reports this failure at its end.
  unpacked?.catch(() => {})
  const writer = (gunzip?.writable ?? sink).getWriter()
  return new TransformStream({
    transform: async (chunk, controller) => {
      await writer.write(chunk).catch(() => unpacked)
      controller.enqueue(chunk)
    },
    flush: async () => {
      await writer.close().catch(() => unpacked)
      await unpacked
      check.finish()
    },
  })
}

/** Passes a body on, with the timeout of the call for each chunk. */
export function paced(
  body: ReadableStream<Bytes>, call: CallOptions, request: SentRequest,
): ReadableStream<Bytes> {
  const reader = body.getReader()
  return new ReadableStream({
    pull: async (controller) => {
      const deadline = startDeadline(call.timeout, call.signal)
      try {
        const { done, value } = await deadline.race(reader.read())
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (cause) {
        controller.error(failureOf(call, request, cause))
        await reader.cancel(cause).catch(() => {})
      } finally {
        deadline.stop()
      }
    },
    cancel: async reason => reader.cancel(reason),
  })
}
