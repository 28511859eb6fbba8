import { encodeBase64 } from '../values/base64.ts'
import { bytesToHex, digestHex, hexToBytes } from '../values/hex.ts'
import type { Finding } from './diagnosis.ts'
import { messageMistakes } from './message-mistakes.ts'
import { type Message, type Mistake, type Parts, stringToSign } from './mistake.ts'

/** Maximum length of a body in characters for which mistakes are tried; each try builds a string as long as the body. */
const maxBodyLength = 20_000

const utf8 = new TextEncoder()

/** The hash of a string to sign, in hexadecimal. */
export const sha256 = (message: Message) =>
  digestHex('SHA-256', typeof message === 'string' ? utf8.encode(message) : message)

/** Finds the known mistake that leads to a hash. */
export async function explainDigest(parts: Parts, digest: string): Promise<Finding | undefined> {
  if (parts.body.length > maxBodyLength) return undefined
  const expected = stringToSign(parts)
  const hash = hexToBytes(await sha256(expected))
  const hex = bytesToHex(hash)
  const hashes = await Promise.all([hash, hex, hex.toUpperCase(), encodeBase64(hash)].map(sha256))
  if (hashes.includes(digest)) return { ...hashedTwice, expected }
  for (const { messages, ...mistake } of messageMistakes) {
    const candidates = messages(parts).filter(message => message !== expected)
    const digests = await Promise.all(candidates.map(sha256))
    const message = candidates[digests.indexOf(digest)]
    if (message !== undefined) return { ...mistake, expected, ...typeof message === 'string' && { signed: message } }
  }
  return undefined
}

const hashedTwice: Mistake = {
  name: 'hashed-twice',
  explain: '先算了 SHA-256 再签名，等于算了两次：SHA256withRSA 自己会计算摘要，直接传入待签名串。',
}

/** Returns the pasted string as it was signed, by its hash: copying may have changed its line ends. */
export async function asSigned(pasted: string | undefined, digest: string): Promise<string | undefined> {
  if (pasted === undefined) return undefined
  const forms = [
    pasted, `${pasted}\n`, pasted.replace(/\r?\n$/, ''), pasted.trim(), `${pasted.trim()}\n`,
    pasted.replaceAll('\\n', '\n'), pasted.replaceAll(/\r?\n/g, '\r\n'), pasted.replaceAll('\r\n', '\n'),
  ]
  const digests = await Promise.all(forms.map(sha256))
  return forms[digests.indexOf(digest)]
}
