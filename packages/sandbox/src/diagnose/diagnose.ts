import type { Diagnosis, Given } from './diagnosis.ts'
import { diagnoseMessage } from './message/diagnose-message.ts'
import { readPastedKeys } from './pasted-keys.ts'
import { diagnosePhone } from './phone/diagnose-phone.ts'
import { diagnoseRequest } from './request/diagnose-request.ts'

/** The readers of what people paste, in the order in which they are asked. */
const readers = [diagnoseRequest, diagnoseMessage, diagnosePhone]

/**
 * Finds out what a pasted text is and which mistake it has: a request to WeChat Pay, with the 401 or the string
 * that was signed, a response or notification, or parameters for the phone. Keys in the text are used like given ones.
 * Nothing leaves the program.
 *
 * @param pasted text, or the bytes of a file
 * @throws ArgumentError or RangeError if a given PEM is not an RSA key, without its content
 */
export async function diagnose(pasted: string | Uint8Array, given: Given = {}): Promise<Diagnosis> {
  const whole = (typeof pasted === 'string' ? pasted : new TextDecoder('utf-8', { ignoreBOM: true }).decode(pasted))
    .replace(/^\ufeff/, '')
  const { text, given: known, found } = readPastedKeys(whole, given)
  const diagnosis = await read(text, known)
  return {
    ...diagnosis,
    checked: [...hasPrivateKey(known) ? [usedPublicHalf] : [], ...diagnosis.checked],
    recognised: [...diagnosis.recognised, ...found],
  }
}

async function read(text: string, given: Given): Promise<Diagnosis> {
  for (const read of readers) {
    const diagnosis = await read(text, given)
    if (diagnosis) return diagnosis
  }
  return { kind: 'unknown', verdict: 'undecidable', mistakes: [], checked: [], missing: [unreadable], ruledOut: [], recognised: [] }
}

const hasPrivateKey = ({ certificate = '', publicKey = '' }: Given) => /PRIVATE KEY-----/.test(certificate + publicKey)

const usedPublicHalf = '给的是私钥：只用了其中公开的模数和指数，没有用它签名，也没有保存。'

const unreadable = '看不出这是什么：可以粘贴 cURL 命令、原始 HTTP 请求、带 Authorization 的日志、401 应答、待签名串，也可以是应答、通知或调起支付的参数。'
