import type { Finding } from './diagnosis.ts'
import { isHashedTwice, withHash } from './hashes.ts'
import { messageMistakes } from './message-mistakes.ts'
import { type Mistake, type Parts, stringToSign } from './mistake.ts'

/** Maximum length of a body in characters for which mistakes are tried; each try builds a string as long as the body. */
const maxBodyLength = 20_000

/** Finds the known mistake that leads to a hash. */
export async function explainDigest(parts: Parts, digest: string): Promise<Finding | undefined> {
  if (parts.body.length > maxBodyLength) return undefined
  const expected = stringToSign(parts)
  if (await isHashedTwice(expected, digest)) return { ...hashedTwice, expected }
  for (const { messages, ...mistake } of messageMistakes) {
    const message = await withHash(messages(parts).filter(message => message !== expected), digest)
    if (message !== undefined) return { ...mistake, expected, ...typeof message === 'string' && { signed: message } }
  }
  return undefined
}

/** The hash of the string was signed as if it were the string. */
export const hashedTwice: Mistake = {
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
  return withHash(forms, digest)
}
