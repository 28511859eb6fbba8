import type { SignatureDiagnosis } from '../diagnose-signature.ts'
import type { Diagnosis } from '../diagnosis.ts'
import type { PastedRequest } from '../paste/pasted-request.ts'
import type { SentRequest } from '../sent-request.ts'
import type { GivenKeys } from './given-keys.ts'

/** What is known of a request and its signature. */
export interface Known {
  pasted: PastedRequest
  keys: GivenKeys
  request?: SentRequest | undefined
  /** `undefined` if there is no signature that can be read. */
  signature?: SignatureDiagnosis | undefined
}

/** Says what was checked, and what is missing to decide more. */
export function notesOn(known: Known, verdict: Diagnosis['verdict']): Pick<Diagnosis, 'checked' | 'missing'> {
  const { pasted, keys: { merchant }, request, signature } = known
  const isSigners = merchant && signature && !signature.isMerchants && verdict === 'undecidable'
  return {
    checked: sentences([
      [signature?.verdict === 'right', '签名与这个请求相符，是用给出的商户密钥做的。'],
      [signature?.isMerchants && signature.verdict !== 'right', '签名是用给出的商户密钥做的。'],
    ]),
    missing: verdict === 'valid'
      ? []
      : sentences([
          [pasted.authorization === undefined, '没有 Authorization 请求头：请连同它一起粘贴，没有它就没有签名可验。'],
          [pasted.authorization !== undefined && !signature, 'Authorization 中的签名值不完整或被日志遮盖：请粘贴完整的请求头。'],
          [!merchant, '没有给出商户 API 证书（apiclient_cert.pem）或商户公钥：有了它才能验证签名。'],
          [isSigners, '签名不是用给出的证书的私钥做的，而 serial_no 也不是这个证书的：请给出序列号为 serial_no 的证书。'],
          [signature && !request, '缺少请求方法或 URL：请粘贴整个请求。'],
          [
            signature && request && (request.body === undefined || request.isBodyCut || pasted.isBodyParsed),
            '缺少完整的请求体：请粘贴发送的原文，不是解析后的 JSON。',
          ],
        ]),
  }
}

const sentences = (notes: [condition: unknown, sentence: string][]) =>
  notes.flatMap(([condition, sentence]) => (condition ? [sentence] : []))
