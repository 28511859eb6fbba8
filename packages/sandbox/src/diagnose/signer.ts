import { bytesToHex } from '../values/hex.ts'
import type { Keyring } from './keyring.ts'
import { lookUp, type Mistake } from './mistake.ts'
import { type Opened, openSignature, signedHash } from './open-signature.ts'
import { type SpelledSignature, spelledSignatures } from './signature-spellings.ts'

/** Who made a signature, by its text and the known keys. */
export interface Signer {
  /** How the text was written, if that is wrong. */
  spelling?: Mistake
  /** The mistake of signing with another key or algorithm; without it, the merchant's key signed a SHA-256 hash. */
  mistake?: Mistake
  /** The signed SHA-256 hash, in hexadecimal; `undefined` if it is not known. */
  digest?: string
}

export const signerMistakes = {
  'platform-key': '用了平台的私钥签名：请用商户 API 证书对应的私钥（apiclient_key.pem）。',
  'signed-with-secret': '用 APIv3 密钥做了 HMAC-SHA256（APIv2 的签名方式）：APIv3 用商户私钥做 SHA256withRSA 签名。',
  'not-rsa': '签名值不是 RSA 签名，长度与 2048 位的密钥不符：APIv2 的 MD5、HMAC-SHA256 在 APIv3 不能用，请用商户私钥做 SHA256withRSA 签名，再做一次 Base64。',
  'pss-padding': '签名用了 PSS 填充：APIv3 用 RSASSA-PKCS1-v1_5（SHA256withRSA）。',
  'other-key': '签名不是用这个证书的私钥做的：请用与商户证书序列号配对的 apiclient_key.pem，换证书要连私钥一起换。',
  'other-hash': '签名里的摘要不是 SHA-256（用了 SHA-1、MD5 等，或自己拼的摘要）：APIv3 用 SHA256withRSA，直接传入待签名串。',
}

/** Returns a mistake in who signed, with its explanation. */
export const signerMistake = lookUp(signerMistakes)

/** Lengths of RSA signatures in bytes: keys of 1024 to 4096 bits. */
const rsaLengths = [128, 256, 384, 512]

/**
 * Finds out who made a signature.
 *
 * @param expected the string to sign, if it is known
 */
export async function readSigner(text: string, keyring: Keyring, expected?: string): Promise<Signer> {
  const spelled = spelledSignatures(text)
  for (const { bytes, mistake } of spelled) {
    const spelling = mistake && { spelling: mistake }
    const opened = keyring.merchant && await openSignature(bytes, keyring.merchant)
    if (opened) return { ...spelling, ...describe(opened) }
    for (const key of keyring.platform) {
      if (await openSignature(bytes, key)) return { ...spelling, mistake: signerMistake('platform-key') }
    }
  }
  if (expected !== undefined && await isHmac(spelled, keyring.secret, expected)) {
    return { mistake: signerMistake('signed-with-secret') }
  }
  const probable = spelled.find(({ bytes }) => rsaLengths.includes(bytes.length))
  if (!probable) return { mistake: signerMistake('not-rsa') }
  const spelling = probable.mistake && { spelling: probable.mistake }
  return { ...spelling, ...keyring.merchant && { mistake: signerMistake('other-key') } }
}

function describe(opened: Opened): Pick<Signer, 'mistake' | 'digest'> {
  if (opened.padding === 'PSS') return { mistake: signerMistake('pss-padding') }
  const digest = signedHash(opened.content)
  return digest === undefined ? { mistake: signerMistake('other-hash') } : { digest }
}

async function isHmac(
  spelled: SpelledSignature[], secret: string | undefined, message: string,
): Promise<boolean> {
  if (!secret) return false
  const utf8 = new TextEncoder()
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign'])
  const mac = bytesToHex(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(message))))
  return spelled.some(({ bytes }) => bytesToHex(bytes) === mac)
}
