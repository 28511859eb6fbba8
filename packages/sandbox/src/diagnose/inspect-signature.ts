import { type Keys, modulusBytes } from '../identity/keys.ts'
import { isForm } from '../values/form.ts'
import { openSignature } from './open-signature.ts'
import type { SignedRequest } from './signed-request.ts'

/** The digest info of a SHA-256 hash (RFC 8017, section 9.2, note 1). */
const sha256 = /^3031300d060960864801650304020105000420[\da-f]{64}$/

/** Explanations of findings about a wrong signature, in the order of the checks. */
export const findings = {
  'not-rsa': '签名值不是 RSA 签名，长度与商户密钥不符：APIv2 的 MD5、HMAC-SHA256 在 APIv3 不能用，请用商户私钥做 SHA256withRSA 签名，再做一次 Base64。',
  'other-key': '签名不是用这个证书的私钥做的：请用与商户证书序列号配对的 apiclient_key.pem，换证书要连私钥一起换。',
  'other-hash': '签名里的摘要不是 SHA-256（用了 SHA-1、MD5 等，或自己拼的摘要）：APIv3 用 SHA256withRSA，直接传入待签名串。',
  'not-utf-8': '私钥是对的，但请求体不是 UTF-8（多半是 GBK）：须以 UTF-8 编码，签名与发送用同样的字节。',
  'body-lost': '私钥和算法都对，收到的请求体却是空的：签名时若有请求体，它没有发出来，或在代理、拦截器里丢了；没有请求体的请求，待签名串第五行须为空行。',
  'form-sent': '私钥和算法都对，收到的请求体却是表单（application/x-www-form-urlencoded）：APIv3 的请求体须为 JSON，签名与发送用同一个 JSON 字符串。',
  'other-message': '私钥和算法都对，签名的内容与发送的不同：请逐字节比对自己的待签名串与 truncated_sign_message；常见的是 nonce_str 在签名与 Authorization 里各生成了一次，或签名的路径在 /v3 之前多了反向代理的前缀。',
}

/**
 * Returns the name of the finding about a wrong signature that no known mistake explains.
 *
 * @param signature `undefined` if it is not base64
 * @param request its body as received, with U+FFFD for bytes that are not UTF-8
 */
export function inspectSignature(
  signature: Uint8Array | undefined, { method, body }: SignedRequest, { merchant, numbers }: Keys,
): keyof typeof findings {
  if (signature?.length !== modulusBytes(merchant)) return 'not-rsa'
  const opened = openSignature(signature, numbers.merchant)
  if (opened === undefined) return 'other-key'
  if (!sha256.test(opened)) return 'other-hash'
  if (body.includes('\ufffd')) return 'not-utf-8'
  if (!body && ['POST', 'PUT', 'PATCH'].includes(method)) return 'body-lost'
  return isForm(body) ? 'form-sent' : 'other-message'
}
