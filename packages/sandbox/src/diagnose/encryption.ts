import { decodeBase64, fromBase64url } from '../values/base64.ts'
import { bytesToHex, hexToBytes } from '../values/hex.ts'
import { mask } from './mask.ts'
import { lookUp, type Mistake } from './mistake.ts'
import { rawBlock } from './raw-rsa.ts'

/** Private keys that may decrypt a field, as JSON Web Keys. */
export interface DecryptionKeys {
  /** Of the platform key that the request names. */
  platform: JsonWebKey
  /** Of the platform's other keys. */
  others: JsonWebKey[]
  merchant: JsonWebKey
}

/** Mistakes in the encryption of a field, as what follows "解密失败，". */
export const encryptionMistakes = {
  'merchant-certificate': '这是用商户API证书加密的，请改用平台证书或微信支付公钥',
  'other-platform-key': '这是用平台的另一把公钥加密的，Wechatpay-Serial 须为加密所用平台证书的序列号或微信支付公钥ID',
  'oaep-sha256': 'RSAES-OAEP 用了 SHA-256，请把摘要与 MGF1 都改为 SHA-1（OAEPWithSHA-1AndMGF1Padding）',
  'pkcs1-padding': '用了 PKCS #1 v1.5 填充，请改用 RSAES-OAEP（SHA-1，OAEPWithSHA-1AndMGF1Padding）',
  'hex-ciphertext': '密文写成了十六进制，请改为 Base64',
  'ciphertext-encoded-twice': '密文做了两次 Base64 编码，只编码一次',
  'base64url-ciphertext': '密文用了 base64url（- 和 _），请改为标准 Base64',
  'not-encrypted': '这不是 RSA 密文，多半是没有加密的明文，请用平台证书或微信支付公钥以 RSAES-OAEP（SHA-1）加密，再做 Base64 编码',
  'other-encryption': '请用平台证书或微信支付公钥以 RSAES-OAEP（SHA-1）加密，再做 Base64 编码',
}

const mistakeOf = lookUp(encryptionMistakes)

/** Finds out why a field cannot be decrypted with the key that the request names. */
export async function diagnoseEncryption(
  text: string, { platform, others, merchant }: DecryptionKeys,
): Promise<Mistake> {
  const bytes = decodeBase64(text)
  if (bytes && bytes.length === lengthOf(platform)) {
    if (await opens(bytes, merchant)) return mistakeOf('merchant-certificate')
    for (const key of others) if (await opens(bytes, key)) return mistakeOf('other-platform-key')
    const block = rawBlock(bytes, platform.n, platform.d)
    if (await isOaepSha256(block)) return mistakeOf('oaep-sha256')
    return mistakeOf(pkcs1.test(bytesToHex(block)) ? 'pkcs1-padding' : 'other-encryption')
  }
  const spellings = {
    'hex-ciphertext': /^(?:[\da-f]{2})+$/i.test(text) ? hexToBytes(text) : undefined,
    'ciphertext-encoded-twice': bytes && decodeBase64(new TextDecoder().decode(bytes)),
    'base64url-ciphertext': decodeBase64(fromBase64url(text)),
  }
  for (const name of ['hex-ciphertext', 'ciphertext-encoded-twice', 'base64url-ciphertext'] as const) {
    if (spellings[name]?.length === lengthOf(platform)) return mistakeOf(name)
  }
  return mistakeOf('not-encrypted')
}

const lengthOf = ({ n }: JsonWebKey) => decodeBase64(fromBase64url(n ?? ''))?.length

async function opens(bytes: Uint8Array<ArrayBuffer>, jwk: JsonWebKey): Promise<boolean> {
  const { kty, n, e, d, p, q, dp, dq, qi } = jwk
  const numbers = { kty, n, e, d, p, q, dp, dq, qi } as JsonWebKey
  const key = await crypto.subtle.importKey('jwk', numbers, { name: 'RSA-OAEP', hash: 'SHA-1' }, false, ['decrypt'])
  return crypto.subtle.decrypt('RSA-OAEP', key, bytes).then(() => true, () => false)
}

/** Padding of PKCS #1 v1.5 (RFC 8017, section 7.2.1). */
const pkcs1 = /^0002(?:(?!00)..){8,}00/

/**
 * Whether a block has the padding of RSAES-OAEP with SHA-256 (RFC 8017, section 7.1.1). Java's
 * `OAEPWithSHA-256AndMGF1Padding` masks with SHA-1 nevertheless, which WebCrypto cannot.
 */
async function isOaepSha256(block: Uint8Array): Promise<boolean> {
  const label = bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array())))
  const data = block.slice(33)
  const labels = await Promise.all(['SHA-256', 'SHA-1'].map(async hash =>
    bytesToHex(await mask(data, await mask(block.slice(1, 33), data, hash), hash))))
  return labels.some(hex => hex.startsWith(label))
}
