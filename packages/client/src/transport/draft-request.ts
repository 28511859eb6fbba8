import { variablesOf } from '../access/template.ts'
import { buildUrl } from '../access/url.ts'
import { assertKnown, assertObject } from '../arguments.ts'
import { serialOfEncrypted } from '../crypto/encrypted.ts'
import type { RequestOptions, SentRequest } from '../options.ts'
import type { Settings } from '../settings.ts'
import { formatAuthorization } from '../signing/authorization.ts'
import { requestMessage } from '../signing/message.ts'
import { readToken } from '../token.ts'
import { buildBody } from './body.ts'
import { type CallOptions, readCallOptions, requestOptionNames } from './call-options.ts'
import { buildHeaders } from './headers.ts'
import { SignedRequest } from './signed-request.ts'
import type { WriteUpload } from './upload.ts'

/** A request without its host and signature, ready for any number of attempts. */
export interface Call extends CallOptions, Pick<SentRequest, 'method' | 'headers' | 'body' | 'upload'> {
  /** Path and query, after the base URL. */
  path: string
}

/** A request without its signature. */
export interface DraftRequest extends SentRequest {
  timestamp: string
  nonce: string
}

/**
 * Reads the arguments of a call; only an upload needs `writeUpload`.
 *
 * @throws ArgumentError if an option is unknown or cannot be sent
 */
export function readCall(
  settings: Settings, method: string, template: string, options: unknown = {}, writeUpload?: WriteUpload,
): Call {
  const variables = variablesOf(template)
  assertKnown(`the options of ${method} ${template}`, options, [...requestOptionNames, ...variables])
  const { query = {}, headers, ...rest } = options as RequestOptions
  assertObject('query', query)
  const body = buildBody(method, rest, settings.nonce, writeUpload)
  const serial = serialOfEncrypted(options) ?? onlyPublicKey(settings.certs)
  const delivery = readCallOptions(settings, rest)
  const [host = ''] = delivery.hosts
  return {
    ...delivery,
    ...body,
    method,
    path: buildUrl(host, template, rest, query).slice(host.length),
    headers: buildHeaders(method, headers, { serial, type: 'upload' in body ? body.upload.type : undefined }),
  }
}

/** The public key to ask for if no certificate is trusted; otherwise WeChat Pay may sign with a certificate. */
function onlyPublicKey(certs: Settings['certs']): string | undefined {
  const serials = [...certs.keys()]
  return serials.every(serial => serial.startsWith('PUB_KEY_ID_')) ? serials.at(-1) : undefined
}

/**
 * Makes a request without its signature.
 *
 * @throws ArgumentError if the nonce cannot stand in the `Authorization` header
 */
export function draftRequest(
  { now, nonce }: Settings, { method, path, headers, body, upload }: Call, host: string,
): DraftRequest {
  const timestamp = String(Math.floor(now() / 1000))
  const parts = { method, url: host + path, body, timestamp, nonce: readToken('nonce', nonce()) }
  return { ...parts, headers, ...upload && { upload }, message: requestMessage(parts) }
}

/** Adds the signature to a request. */
export function authorize(
  { mchid, serial }: Settings, draft: DraftRequest, signature: string,
): SignedRequest {
  const { timestamp, nonce, headers, ...request } = draft
  const authorization = formatAuthorization({ mchid, serial, timestamp, nonce, signature })
  return new SignedRequest({ ...request, headers: { ...headers, Authorization: authorization } })
}
