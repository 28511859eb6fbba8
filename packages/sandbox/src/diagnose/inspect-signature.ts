import { type Keys, modulusBytes } from '../identity/keys.ts'
import { openSignature } from './open-signature.ts'

/** The digest info of a SHA-256 hash (RFC 8017, section 9.2, note 1). */
const sha256 = /^3031300d060960864801650304020105000420[\da-f]{64}$/

/** Explanations of findings about a wrong signature, in the order of the checks. */
export const findings = {
  'not-rsa': '签名值不是 RSA 签名，长度与商户密钥不符：APIv2 的 MD5、HMAC-SHA256 在 APIv3 不能用，请用商户私钥做 SHA256withRSA 签名，再做一次 Base64。',
  'other-key': '签名不是用这个证书的私钥做的：请用与商户证书序列号配对的 apiclient_key.pem，换证书要连私钥一起换。',
  'other-hash': '签名里的摘要不是 SHA-256（用了 SHA-1、MD5 等，或自己拼的摘要）：APIv3 用 SHA256withRSA，直接传入待签名串。',
  'not-utf-8': '私钥是对的，但请求体不是 UTF-8（多半是 GBK）：须以 UTF-8 编码，签名与发送用同样的字节。',
  'other-message': '私钥和算法都对，签名的内容与发送的不同：请逐字节比对自己的待签名串与 truncated_sign_message；常见的是 nonce_str 在签名与 Authorization 里各生成了一次。',
}

/**
 * Returns the name of the finding about a wrong signature that no known mistake explains.
 *
 * @param signature `undefined` if it is not base64
 * @param body as received, with U+FFFD for bytes that are not UTF-8
 */
export function inspectSignature(
  signature: Uint8Array | undefined, body: string, { merchant, numbers }: Keys,
): keyof typeof findings {
  if (signature?.length !== modulusBytes(merchant)) return 'not-rsa'
  const opened = openSignature(signature, numbers.merchant)
  if (opened === undefined) return 'other-key'
  if (!sha256.test(opened)) return 'other-hash'
  return body.includes('\ufffd') ? 'not-utf-8' : 'other-message'
}
