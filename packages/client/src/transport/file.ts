import type { Verification } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'
import type { Call } from './draft-request.ts'

/** The paths whose responses WeChat Pay does not sign, as in its own libraries. */
const unsignedFiles = /^\/v3\/(billdownload\/file|(global\/)?merchant-service\/images\/[^/]+)$/

/**
 * Whether a success may be unsigned: a file whose hash is known from a signed response, or a file that WeChat Pay never
 * signs, so that only TLS proves its origin. If a response has a signature, it must be valid.
 */
export function isUnsignedFile(
  call: Pick<Call, 'method' | 'path' | 'hash'>, { status, headers }: Pick<RawResponse, 'status' | 'headers'>,
): boolean {
  return status === 200 && headers['wechatpay-signature'] === undefined && mayBeUnsigned(call)
}

/** Whether a call asks for such a file. */
export function mayBeUnsigned({ method, path, hash }: Pick<Call, 'method' | 'path' | 'hash'>): boolean {
  return method === 'GET' && (hash !== undefined || unsignedFiles.test(path.replace(/\?.*/s, '')))
}

/** A success that may be unsigned; `file` is its content. */
export interface UnsignedFile extends Omit<RawResponse, 'body'> {
  file: unknown
}

/** The verification of such a file. */
export const unsignedFile: Verification = { verified: false, reason: 'WeChat Pay does not sign this file' }

/** Whether the request asks for gzip; the hash covers the unpacked file. */
export const isGzip = ({ path }: Call) => /[?&]tar_?type=gzip(&|$)/i.test(path)
