import { ApiError } from '../errors/api-error.ts'
import { NetworkError } from '../errors/network-error.ts'
import { SignatureError } from '../errors/signature-error.ts'
import type { SentRequest, Verification } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'
import { readError } from './read-error.ts'

/**
 * Accepts only a verified success.
 *
 * @throws ApiError if the status is 4xx or 5xx
 * @throws SignatureError if the signature of a success is missing or wrong
 * @throws NetworkError if the response is a redirect
 */
export function assertSuccess(request: SentRequest, response: RawResponse, verification: Verification): void {
  const { status, headers } = response
  const { verified, serial, reason = '' } = verification
  const call = `${request.method} ${request.url}`
  const requestId = headers['request-id']
  if (status >= 400) {
    const { code, detail, message } = readError(response)
    throw new ApiError(`${message} (${call})`, { status, code, detail, requestId, verified })
  }
  if (status < 200 || status >= 300) {
    throw new NetworkError(`${call} got a redirect`)
  }
  if (!verified) {
    throw new SignatureError(`the response to ${call} is not trusted: ${reason}`, { reason, serial, requestId })
  }
}
