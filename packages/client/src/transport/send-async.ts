import type { RequestOptions, SentRequest, Verification } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'
import type { Settings } from '../settings.ts'
import { checkAsync } from '../signing/check.ts'
import { startDeadline } from './deadline.ts'
import { authorize, type Call, draftRequest, readCall } from './draft-request.ts'
import { headersOf, openFetch, readBody } from './fetch-raw.ts'
import { networkFailure } from './network-failure.ts'
import { isUpload } from './upload.ts'

type Read = RawResponse & { body: Uint8Array<ArrayBuffer> }

/** Makes the function that sends with `fetch` and signs with WebCrypto; its twin is `createSendSync`. */
export function createSendAsync(settings: Settings) {
  const { hooks, fetch } = settings

  return async (method: string, template: string, options: unknown): Promise<Response> => {
    const call = isUploading(options)
      ? await (await import('./upload-call.ts')).readUploadCall(settings, method, template, options)
      : readCall(settings, method, template, options)
    if (!settings.retry) return exchange(call)
    const { sendRetrying } = await import('./retrying.ts')
    return sendRetrying(settings, call, exchange)
  }

  async function exchange(call: Call, host = call.hosts[0] ?? ''): Promise<Response> {
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
    const verification = 'body' in received ? await checkAsync(received, settings) : received.verification
    hooks.response?.({ request, status, headers, verification })
    if ('body' in received && !(verification.verified && isSuccess(status))) await refuse(request, received, verification)
    const response = 'body' in received ? responseOf(received) : received.file
    if (!call.hash && 'body' in received) return response
    const { fileResponse } = await import('./file-response.ts')
    return fileResponse(call, request, response, fail)
  }

  async function receive(call: Call, request: SentRequest, signal: AbortSignal) {
    const response = await openFetch(fetch, request, signal)
    const head = { status: response.status, headers: headersOf(response) }
    if (call.method === 'GET' && head.status === 200 && !('wechatpay-signature' in head.headers)) {
      const { isUnsignedFile, unsignedFile } = await import('./file.ts')
      if (isUnsignedFile(call, head)) return { ...head, file: response, verification: unsignedFile }
    }
    return { ...head, body: await readBody(response) }
  }
}

const responseOf = ({ status, headers, body }: Read) =>
  new Response(body.length > 0 ? body : null, { status, headers })

const isSuccess = (status: number) => status >= 200 && status < 300

/** Throws what an answer comes to that is not to be handed out. Loaded at the first one. */
async function refuse(request: SentRequest, received: Read, verification: Verification): Promise<void> {
  const { assertSuccess } = await import('./assert-success.ts')
  assertSuccess(request, received, verification)
}

const isUploading = (options: unknown): options is RequestOptions =>
  isUpload((Object(options) as RequestOptions).body)
