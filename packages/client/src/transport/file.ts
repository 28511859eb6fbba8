import type { Verification } from '../options.ts'
import type { RawResponse } from '../raw-response.ts'
import type { Call } from './draft-request.ts'

/** What WeChat Pay answers without a signature, as its own libraries know. */
const unsignedFiles = /^\/v3\/(billdownload\/file|(global\/)?merchant-service\/images\/[^/]+)$/

/**
 * Whether a success may come unsigned: a file whose hash is known from a signed answer, or one that WeChat Pay never
 * signs, where TLS alone says from whom it came. A signature that is there has to be right all the same.
 */
export function isUnsignedFile(
  { method, path, hash }: Pick<Call, 'method' | 'path' | 'hash'>, { status, headers }: Omit<RawResponse, 'body'>,
): boolean {
  if (method !== 'GET' || status !== 200 || headers['wechatpay-signature'] !== undefined) return false
  return hash !== undefined || unsignedFiles.test(path.replace(/\?.*/s, ''))
}

/** A success that may come unsigned; each kind of call reads its content in its own way. */
export interface UnsignedFile extends Omit<RawResponse, 'body'> {
  file: unknown
}

/** What the hooks are told of a file. */
export const unsignedFile: Verification = { verified: false, reason: 'WeChat Pay does not sign this file' }

/** Whether a file was asked for as gzip; its hash is that of what is inside. */
export const isGzip = ({ path }: Call) => /[?&]tar_?type=gzip(&|$)/i.test(path)
