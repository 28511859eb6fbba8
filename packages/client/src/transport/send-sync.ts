import { isArgumentError } from '../errors/guards.ts'
import type { SentRequest } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'
import type { Settings } from '../settings.ts'
import { check } from '../signing/check.ts'
import { SyncResponse } from '../sync-response.ts'
import { assertSuccess } from './assert-success.ts'
import { authorize, type Call, draftRequest, readCall } from './draft-request.ts'
import { isGzip, isUnsignedFile, unsignedFile } from './file.ts'
import { assertFileHash } from './hash.ts'
import { nextHost } from './hosts.ts'
import { buildMultipart } from './multipart.ts'
import { networkFailure } from './network-failure.ts'
import { nextDelay } from './next-delay.ts'
import { pause } from '#sync'

/** Makes the function that blocks until the response is there; its twin is `createSendAsync`. */
export function createSendSync(settings: Settings) {
  const { hooks, fetchSync } = settings

  return (method: string, template: string, options: unknown): SyncResponse => {
    const call = readCall(settings, method, template, options, buildMultipart)
    let [host = ''] = call.hosts
    for (let attempt = 1; ; attempt++) {
      try {
        return exchange(call, host)
      } catch (error) {
        const { idempotent, signal } = call
        const failed = { error, method, attempt, idempotent }
        const delay = signal?.aborted ? undefined : nextDelay(settings.retry, failed)
        if (delay === undefined) throw error
        pause(delay)
        host = nextHost(call.hosts, host, error)
      }
    }
  }

  function exchange(call: Call, host: string): SyncResponse {
    call.signal?.throwIfAborted()
    const draft = draftRequest(settings, call, host)
    const request = authorize(settings, draft, settings.privateKey.sign(draft.message))
    hooks.request?.(request)
    const raw = send(call, request)
    const isUnsigned = isUnsignedFile(call, raw)
    const verification = isUnsigned ? unsignedFile : check(raw, settings)
    hooks.response?.({ request, status: raw.status, headers: raw.headers, verification })
    if (!isUnsigned) assertSuccess(request, raw, verification)
    if (call.hash) assertFileHash(call.hash, isGzip(call), raw.body, request)
    return new SyncResponse(raw)
  }

  function send({ timeout }: Call, { method, url, headers, body, upload }: SentRequest): RawResponse {
    try {
      return fetchSync({ method, url, headers, body, ...upload && { upload }, timeout })
    } catch (cause) {
      throw isArgumentError(cause) ? cause : networkFailure({ method, url }, cause)
    }
  }
}
