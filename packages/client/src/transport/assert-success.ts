import { ApiError } from '../errors/api-error.ts'
import { NetworkError } from '../errors/network-error.ts'
import { SignatureError } from '../errors/signature-error.ts'
import type { SentRequest, Verification } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'
import { readError } from './read-error.ts'

/**
 * Lets a verified success pass and throws over everything else.
 *
 * @throws ApiError where the request was refused
 * @throws SignatureError where a success is not proven to come from WeChat Pay
 * @throws NetworkError where the answer is a redirect
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
    throw new NetworkError(`${call} was answered with a redirect, which is not followed: a signature is good for one URL`)
  }
  if (!verified) {
    throw new SignatureError(`the answer to ${call} is not trusted: ${reason}`, { reason, serial, requestId })
  }
}
