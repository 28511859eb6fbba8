import type { RawResponse } from '../raw-response.ts'
import type { Settings } from '../settings.ts'
import { checkAsync } from '../signing/check.ts'
import { runAsync } from './course.ts'
import { startDeadline } from './deadline.ts'
import { readCall } from './draft-request.ts'
import { headersOf, openFetch, readBody } from './fetch-raw.ts'
import { isUnsignedFile, type UnsignedFile } from './file.ts'
import { pause } from './pause.ts'
import { send, type Steps } from './send.ts'
import { isUploading } from './upload.ts'

type Received = RawResponse & { body: Uint8Array<ArrayBuffer> } | UnsignedFile & { file: Response }

/** Makes the function that sends with `fetch` and signs with WebCrypto; its twin is `createSendSync`. */
export function createSendAsync(settings: Settings) {
  const steps: Steps<Received, Response> = {
    read: async (method, template, options) => {
      if (!isUploading(options)) return readCall(settings, method, template, options)
      const { buildMultipart, readStreams } = await transfer()
      return readCall(settings, method, template, await readStreams(settings, options), buildMultipart)
    },
    sign: message => settings.privateKey.signAsync(message),
    receive: (call, request) => {
      const deadline = startDeadline(call.timeout, call.signal)
      const receive = async () => {
        const response = await openFetch(settings.fetch, request, deadline.signal)
        const head = { status: response.status, headers: headersOf(response) }
        // The response itself: Node cancels the body of a response that is garbage-collected.
        if (isUnsignedFile(call, head)) return { ...head, file: response }
        return { ...head, ...await readBody(response, settings.maxBodySize) }
      }
      return deadline.race(receive()).finally(deadline.stop)
    },
    check: response => checkAsync(response, settings),
    respond: async (call, request, received) => {
      const response = 'file' in received ? received.file : responseOf(received)
      if (!call.hash && 'body' in received) return response
      return (await transfer()).fileResponse(call, request, response)
    },
    pause,
  }
  return async (method: string, template: string, options: unknown): Promise<Response> =>
    runAsync(send(settings, steps, method, template, options))
}

const responseOf = ({ status, headers, body }: RawResponse & { body: Uint8Array<ArrayBuffer> }) =>
  new Response(body.length > 0 ? body : null, { status, headers })

const transfer = () => import('./file-transfer.ts')
