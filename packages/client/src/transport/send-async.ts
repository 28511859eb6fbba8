import type { RawResponse, RequestOptions, SentRequest } from '../options.ts'
import type { Settings } from '../settings.ts'
import { checkAsync } from '../signing/check.ts'
import { assertSuccess } from './assert-success.ts'
import { startDeadline } from './deadline.ts'
import { authorize, type Call, draftRequest, readCall } from './draft-request.ts'
import { headersOf, openFetch, readBody } from './fetch-raw.ts'
import { isUnsignedFile, unsignedFile } from './file.ts'
import { nextHost } from './hosts.ts'
import { isUpload } from './multipart.ts'
import { networkFailure } from './network-failure.ts'
import { pause } from './pause.ts'

type Read = RawResponse & { body: Uint8Array<ArrayBuffer> }

/** Makes the function that sends with `fetch` and signs with WebCrypto; its twin is `createSendSync`. */
export function createSendAsync(settings: Settings) {
  const { hooks, fetch } = settings

  return async (method: string, template: string, options: unknown): Promise<Response> => {
    const whole = mayHoldStreams(options) ? await readStreams(options) : options
    const call = readCall(settings, method, template, whole)
    let [host = ''] = call.hosts
    for (let attempt = 1; ; attempt++) {
      try {
        return await exchange(call, host)
      } catch (error) {
        const { idempotent, signal } = call
        const delay = signal?.aborted ? undefined : settings.retry?.({ error, method, attempt, idempotent })
        if (delay === undefined) throw error
        await pause(delay, signal)
        host = nextHost(call.hosts, host, error)
      }
    }
  }

  async function exchange(call: Call, host: string): Promise<Response> {
    call.signal?.throwIfAborted()
    const draft = draftRequest(settings, call, host)
    const request = authorize(settings, draft, await settings.privateKey.signAsync(draft.message))
    hooks.request?.(request)
    const deadline = startDeadline(call.timeout, call.signal)
    const fail = (cause: unknown) => call.signal?.aborted ? cause : networkFailure(request, cause)
    const received = await deadline.race(receive(call, request, deadline.signal)).catch((cause: unknown) => {
      throw fail(cause)
    }).finally(deadline.stop)
    const { status, headers } = received
    const verification = 'body' in received ? await checkAsync(received, settings) : unsignedFile
    hooks.response?.({ request, status, headers, verification })
    if ('body' in received) assertSuccess(request, received, verification)
    const response = 'body' in received ? responseOf(received) : received.file
    if (!call.hash && 'body' in received) return response
    const { fileResponse } = await import('./file-response.ts')
    return fileResponse(call, request, response, fail)
  }

  async function receive(call: Call, request: SentRequest, signal: AbortSignal) {
    const response = await openFetch(fetch, request, signal)
    const head = { status: response.status, headers: headersOf(response) }
    if (isUnsignedFile(call, head)) return { ...head, file: response }
    return { ...head, body: await readBody(response) }
  }
}

const responseOf = ({ status, headers, body }: Read) =>
  new Response(body.length > 0 ? body : null, { status, headers })

const mayHoldStreams = (options: unknown): options is RequestOptions => {
  const { body } = Object(options) as RequestOptions
  return isUpload(body) && !(body instanceof FormData)
}

const readStreams = async (options: RequestOptions) =>
  (await import('./read-streams.ts')).readStreams(options)
