import { variablesOf } from '../access/template.ts'
import { buildUrl } from '../access/url.ts'
import { assertKnown, assertObject } from '../arguments.ts'
import type { RequestOptions, SentRequest } from '../options.ts'
import type { Settings } from '../settings.ts'
import { formatAuthorization } from '../signing/authorization.ts'
import { requestMessage } from '../signing/message.ts'
import { buildBody } from './body.ts'
import { buildHeaders } from './headers.ts'

/** A request that only lacks its signature. */
export interface DraftRequest extends SentRequest {
  timestamp: string
  nonce: string
}

/**
 * Makes everything of a request but its signature.
 *
 * @throws ArgumentError where an option is unknown or cannot be sent
 */
export function draftRequest(
  settings: Settings, method: string, template: string, options: unknown = {},
): DraftRequest {
  const variables = variablesOf(template)
  assertKnown(`the options of ${method} ${template}`, options, ['query', 'json', 'body', 'headers', ...variables])
  const { query = {}, headers, ...rest } = options as RequestOptions
  assertObject('query', query)
  const parts = {
    method,
    url: buildUrl(settings.baseUrl, template, rest, query),
    body: buildBody(method, rest),
    timestamp: String(Math.floor(settings.now() / 1000)),
    nonce: settings.nonce(),
  }
  return { ...parts, headers: buildHeaders(method, headers), message: requestMessage(parts) }
}

/** Puts the signature where it belongs. */
export function authorize(settings: Settings, draft: DraftRequest, signature: string): SentRequest {
  const { timestamp, nonce, headers, ...request } = draft
  const { mchid, serial } = settings
  const authorization = formatAuthorization({ mchid, serial, timestamp, nonce, signature })
  return { ...request, headers: { ...headers, Authorization: authorization } }
}
