import type { RawResponse } from '../raw-response.ts'
import type { Settings } from '../settings.ts'
import { check } from '../signing/check.ts'
import { SyncResponse } from '../sync-response.ts'
import { runSync } from './course.ts'
import { readCall } from './draft-request.ts'
import { isGzip, isUnsignedFile, mayBeUnsigned, type UnsignedFile } from './file.ts'
import { assertFileHash } from './hash.ts'
import { buildMultipart } from './multipart.ts'
import { send, type Steps } from './send.ts'
import { fetchSync, pause } from '#sync'

type Received = RawResponse | UnsignedFile & { file: Uint8Array }

/** Makes the function that blocks until the response is there; its twin is `createSendAsync`. */
export function createSendSync(settings: Settings) {
  const steps: Steps<Received, SyncResponse> = {
    read: (method, template, options) => readCall(settings, method, template, options, buildMultipart),
    sign: message => settings.privateKey.sign(message),
    receive: (call, { method, url, headers, body, upload }) => {
      const maxBodySize = mayBeUnsigned(call) ? Infinity : settings.maxBodySize
      const limits = { timeout: call.timeout, maxBodySize }
      const request = { method, url, headers, body, ...upload && { upload }, ...limits }
      const response = (settings.fetchSync ?? fetchSync)(request)
      const head = { status: response.status, headers: response.headers }
      if (isUnsignedFile(call, head)) return { ...head, file: response.body }
      // Not every transport knows the limit.
      return { ...head, body: response.body, cut: response.cut || response.body.length > maxBodySize }
    },
    check: response => check(response, settings),
    respond: (call, request, received) => {
      const { status, headers } = received
      const body = 'file' in received ? received.file : received.body
      if (call.hash) assertFileHash(call.hash, isGzip(call), body, request)
      return new SyncResponse({ status, headers, body })
    },
    pause,
  }
  return (method: string, template: string, options: unknown): SyncResponse =>
    runSync(send(settings, steps, method, template, options))
}
