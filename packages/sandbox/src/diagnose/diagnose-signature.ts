import { type Authorization, requestMessage } from '@wxpay-live/client/signing'
import { encodeBase64 } from '../values/base64.ts'
import { bytesToHex, digestHex, hexToBytes } from '../values/hex.ts'
import { compareMessages } from './compare-messages.ts'
import type { Finding } from './diagnosis.ts'
import type { Keyring } from './keyring.ts'
import { messageMistakes } from './message-mistakes.ts'
import type { Message, Mistake, Parts } from './mistake.ts'
import { stringToSign } from './mistake.ts'
import type { SentRequest } from './sent-request.ts'
import { readSigner, signerMistakes } from './signer.ts'
import { spellingNames } from './signature-spellings.ts'
import { unexplained } from './unexplained.ts'

/** What is known about a signature. */
export interface SignatureDiagnosis {
  /** `unknown` if a key or the body is missing. */
  verdict: 'right' | 'wrong' | 'unknown'
  /** Whether the merchant's key made the signature. */
  isMerchants: boolean
  findings: Finding[]
  /** Names of the known mistakes that do not explain the signature. */
  ruledOut: string[]
}

/** Maximum length of a body in characters for which mistakes are tried; each try builds a string as long as the body. */
const maxBodyLength = 20_000

const utf8 = new TextEncoder()
const sha256 = (message: Message) =>
  digestHex('SHA-256', typeof message === 'string' ? utf8.encode(message) : message)

/** Finds out whether the merchant signed a request, and if not, the known mistake. */
export async function diagnoseSignature(
  request: SentRequest, authorization: Authorization, keyring: Keyring,
): Promise<SignatureDiagnosis> {
  const parts = partsOf(request, authorization)
  const expected = parts && stringToSign(parts)
  const { spelling, mistake, digest } = await readSigner(authorization.signature, keyring, expected)
  const written = [spelling, mistake].flatMap(mistake => mistake ?? [])
  const signed = digest === undefined ? request.signed : await exactly(request.signed, digest)
  const isMerchants = digest !== undefined || mistake?.name === 'pss-padding' || mistake?.name === 'other-hash'
  if (mistake) return { verdict: 'wrong', isMerchants, findings: written.slice(0, 1), ruledOut: [] }
  if (digest !== undefined && expected !== undefined && digest === await sha256(expected)) {
    return { verdict: written.length ? 'wrong' : 'right', isMerchants, findings: written, ruledOut: [] }
  }
  const found = await findMistake({ request, parts, signed, digest })
  const findings: Finding[] = found ? [...written, found] : written
  return {
    verdict: findings.length ? 'wrong' : 'unknown',
    isMerchants,
    findings,
    ruledOut: digest !== undefined && (found?.name ?? 'other-message') === 'other-message' ? tried : [],
  }
}

const tried = [...messageMistakes.map(({ name }) => name), 'hashed-twice', ...spellingNames, ...Object.keys(signerMistakes)]

/** The parts of the string to sign; `undefined` if the body is not known. */
export function partsOf(
  { method, url, target, body, whole }: SentRequest, { timestamp, nonce }: Authorization,
): Parts | undefined {
  if (body === undefined) return undefined
  const line = target ?? requestMessage({ method, url, timestamp, nonce, body }).split('\n', 2)[1]!
  return { method, target: line, timestamp, nonce, body, url, whole }
}

interface Evidence {
  request: SentRequest
  parts: Parts | undefined
  signed: string | undefined
  digest: string | undefined
}

/** Finds the mistake in the string that was signed. */
async function findMistake({ request, parts, signed, digest }: Evidence): Promise<Finding | undefined> {
  if (!parts) return undefined
  const expected = stringToSign(parts)
  if (signed !== undefined) {
    if (signed === expected) return undefined
    const mistake = compareMessages(parts, signed, request.type)
    // What follows the last line may have come or gone when the string was copied.
    const isCertain = digest !== undefined || signed.trimEnd() !== expected.trimEnd()
    return mistake && isCertain ? { ...mistake, expected, signed } : undefined
  }
  if (digest === undefined) return undefined
  const known = parts.body.length > maxBodyLength ? undefined : await explain(parts, digest)
  return known ?? { ...unexplained(parts, request.type), expected }
}

/** Finds the known mistake that leads to a hash. */
async function explain(parts: Parts, digest: string): Promise<Finding | undefined> {
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

/** Returns the pasted string as it was signed: copying may have changed its last line end. */
async function exactly(pasted: string | undefined, digest: string): Promise<string | undefined> {
  if (pasted === undefined) return undefined
  const forms = [
    pasted, `${pasted}\n`, pasted.replace(/\r?\n$/, ''), pasted.trim(), `${pasted.trim()}\n`,
    pasted.replaceAll('\\n', '\n'), pasted.replaceAll(/\r?\n/g, '\r\n'), pasted.replaceAll('\r\n', '\n'),
  ]
  const digests = await Promise.all(forms.map(sha256))
  return forms[digests.indexOf(digest)]
}
