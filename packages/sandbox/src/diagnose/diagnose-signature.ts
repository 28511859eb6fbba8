import { type Authorization, requestMessage } from '@wxpay-live/client/signing'
import { compareMessages } from './compare-messages.ts'
import type { Finding } from './diagnosis.ts'
import { asSigned, explainDigest, hashedTwice } from './explain-digest.ts'
import { sha256 } from './hashes.ts'
import type { Keyring } from './keyring.ts'
import { lookUpMessage, messageMistakes } from './message-mistakes.ts'
import { namesOf, type Mistake, type Parts, stringToSign } from './mistake.ts'
import type { SentRequest } from './sent-request.ts'
import { readSigner, signerMistake, signerMistakes } from './signer.ts'
import { spellingMistakes } from './signature-spellings.ts'
import { unexplained } from './unexplained.ts'

/** What is known about a signature. */
export interface SignatureDiagnosis {
  /** `unknown` if a key or the body is missing. */
  verdict: 'right' | 'wrong' | 'unknown'
  /** Whether the merchant's key made the signature. */
  isMerchants: boolean
  findings: Finding[]
  /** The known mistakes that do not explain the signature. */
  ruledOut: Mistake[]
}

/** Finds out whether the merchant signed a request, and if not, the known mistake. */
export async function diagnoseSignature(
  request: SentRequest, authorization: Authorization, keyring: Keyring,
): Promise<SignatureDiagnosis> {
  const parts = partsOf(request, authorization)
  const expected = parts && stringToSign(parts)
  const { spelling, mistake, digest } = await readSigner(authorization.signature, keyring, expected)
  const written = [spelling, mistake].flatMap(mistake => mistake ?? [])
  const signed = digest === undefined ? request.signed : await asSigned(request.signed, digest)
  const isMerchants = digest !== undefined || mistake?.name === 'pss-padding' || mistake?.name === 'other-hash'
  if (mistake) return { verdict: 'wrong', isMerchants, findings: written.slice(0, 1), ruledOut: [] }
  if (digest !== undefined && expected !== undefined && digest === await sha256(expected)) {
    // A body that was guessed by its length explains a wrong signature, but proves no right one.
    if (request.isBodyCut) return { verdict: 'unknown', isMerchants, findings: written, ruledOut: [] }
    return { verdict: written.length ? 'wrong' : 'right', isMerchants, findings: written, ruledOut: [] }
  }
  const found = request.isBodyCut && digest === await hashWithoutBody(request, authorization)
    ? lookUpMessage('body-left-out')
    : await findMistake({ request, parts, signed, digest })
  const findings: Finding[] = found ? [...written, found] : written
  return {
    verdict: findings.length ? 'wrong' : 'unknown',
    isMerchants,
    findings,
    ruledOut: digest !== undefined && (found?.name ?? 'other-message') === 'other-message' ? tried : [],
  }
}

const tried: Mistake[] = [
  ...messageMistakes.map(({ name, explain }) => ({ name, explain })), hashedTwice, ...spellingMistakes,
  ...namesOf(signerMistakes).map(signerMistake),
]

/** The parts of the string to sign; `undefined` if the body is not known. */
function partsOf(
  { method, url, target, body, whole }: SentRequest, { timestamp, nonce }: Authorization,
): Parts | undefined {
  if (body === undefined) return undefined
  const line = target ?? requestMessage({ method, url, timestamp, nonce, body }).split('\n', 2)[1]!
  return { method, target: line, timestamp, nonce, body, url, whole }
}

/** The hash of the string to sign without the body. */
async function hashWithoutBody(
  request: SentRequest, authorization: Authorization,
): Promise<string | undefined> {
  const parts = partsOf({ ...request, body: '' }, authorization)
  return parts && sha256(stringToSign(parts))
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
    // Line ends may have changed when the string was copied.
    const isCopy = signed.replaceAll('\r\n', '\n').trimEnd() === expected.trimEnd()
    const isCertain = digest !== undefined || !isCopy
    return mistake && isCertain ? { ...mistake, expected, signed } : undefined
  }
  if (digest === undefined) return undefined
  return await explainDigest(parts, digest) ?? { ...unexplained(parts, request.type), expected }
}
