import { type Authorization, parseAuthorization } from '@wxpay-live/client/signing'
import { diagnoseSignature, type SignatureDiagnosis } from '../diagnose-signature.ts'
import type { Diagnosis, Finding, Given } from '../diagnosis.ts'
import { diagnoseHeader } from '../header.ts'
import type { PastedRequest } from '../paste/pasted-request.ts'
import { readRequest } from '../paste/read-request.ts'
import type { SentRequest } from '../sent-request.ts'
import { isSm2, sm2Unchecked } from '../sm2.ts'
import { inspectString } from './inspect-string.ts'
import { type GivenKeys, readGivenKeys } from './given-keys.ts'
import { headerFindings } from './header-findings.ts'
import { type Known, notesOn } from './notes.ts'
import { recogniseRequest } from './recognise.ts'
import { requestFindings } from './request-findings.ts'
import { sentRequests } from './sent-requests.ts'

/**
 * Finds the mistakes of a request to WeChat Pay.
 *
 * @returns `undefined` if the text is not about a request
 * @throws ArgumentError or RangeError if a given PEM is not an RSA key, without its content
 */
export async function diagnoseRequest(text: string, given: Given): Promise<Diagnosis | undefined> {
  const pasted = readRequest(text)
  if (!pasted) return undefined
  const { authorization: header } = pasted
  if (header !== undefined && isSm2(header)) return undecidableSm2(pasted)
  const keys = readGivenKeys(given)
  if (header === undefined) return conclude(inspectString(pasted.signed), { pasted, keys })
  const authorization = parseAuthorization(header)
  if (!authorization) return conclude([diagnoseHeader(header)], { pasted, keys })
  const { request, signature } = isRedacted(authorization.signature)
    ? { request: (await sentRequests(pasted, authorization))[0], signature: undefined }
    : await clearest(pasted, authorization, keys)
  const inHeader = headerFindings(header, authorization, keys, signature?.isMerchants ?? false)
  const found = [...inHeader, ...request ? requestFindings(request) : [], ...signature?.findings ?? []]
  return conclude(withoutConsequences(found, authorization, keys), { pasted, keys, request, signature })
}

const undecidableSm2 = (pasted: PastedRequest): Diagnosis => ({
  kind: 'request', verdict: 'undecidable', mistakes: [], checked: [], missing: [sm2Unchecked], ruledOut: [],
  recognised: recogniseRequest(pasted),
})

/** Whether a log has hidden a value. */
const isRedacted = (text: string) => /\*{2,}|x{5,}|…|\.{3}|redacted|omitted/i.test(text)

interface Reading { request: SentRequest | undefined, signature: SignatureDiagnosis }

/** Returns the reading of the paste that explains the signature best. */
async function clearest(
  pasted: PastedRequest, authorization: Authorization, { keyring }: GivenKeys,
): Promise<Reading> {
  const requests = await sentRequests(pasted, authorization)
  const read = async (request?: SentRequest): Promise<Reading> => {
    const signature = await diagnoseSignature(request ?? { method: '', url: '' }, authorization, keyring)
    return { request, signature: pasted.isBodyParsed ? withoutSpelling(signature) : signature }
  }
  const readings = await Promise.all(requests.length ? requests.map(read) : [read()])
  const clarity = ({ signature: { verdict, ruledOut } }: Reading) =>
    [ruledOut.length === 0, verdict === 'right'].filter(Boolean).length
  return readings.toSorted((one, other) => clarity(other) - clarity(one))[0]!
}

/** Leaves out what may come from the spelling of the body, which is not known. */
function withoutSpelling(signature: SignatureDiagnosis): SignatureDiagnosis {
  const findings = signature.findings.filter(({ name }) => !['body-re-serialised', 'other-message'].includes(name))
  return { ...signature, findings, verdict: signature.verdict === 'right' || findings.length ? signature.verdict : 'unknown' }
}

/** Leaves out what is said twice, and what may only say that the given certificate is not the request's. */
function withoutConsequences(
  findings: Finding[], { serial }: Authorization, { merchant }: GivenKeys,
): Finding[] {
  const isOtherCertificate = merchant?.serial !== undefined && merchant.serial !== serial
  const byName = new Map(findings.toReversed().map(finding => [finding.name, finding]))
  const unique = [...byName.values()].toReversed()
  return isOtherCertificate ? unique.filter(({ name }) => name !== 'other-key') : unique
}

function conclude(findings: Finding[], known: Known): Diagnosis {
  const { signature } = known
  const isWrong = findings.some(({ doubt }) => !doubt)
  const verdict = isWrong ? 'invalid' : signature?.verdict === 'right' ? 'valid' : 'undecidable'
  return {
    kind: 'request',
    verdict,
    mistakes: verdict === 'undecidable' ? [] : findings,
    ...notesOn(known, verdict),
    ruledOut: signature?.ruledOut ?? [],
    recognised: recogniseRequest(known.pasted),
  }
}
