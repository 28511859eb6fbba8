import { responseMessage } from '@wxpay-live/client/signing'
import type { Finding } from '../diagnosis.ts'
import type { Mistake } from '../mistake.ts'
import { digestHex } from '../../values/hex.ts'
import { readJson } from '../../values/json.ts'
import { openSignature, signedHash } from '../open-signature.ts'
import { spelledSignatures } from '../signature-spellings.ts'
import { isSm2, sm2Unchecked } from '../sm2.ts'
import { messageMistake, triedBodies } from './mistakes.ts'
import type { PastedMessage } from './pasted-message.ts'
import { signatureHeaders } from './pasted-message.ts'
import { isPublicKeyId, isSameSerial, type PlatformKey } from './platform-keys.ts'
import { originalBytesOf, originalsOf } from './spellings-of-received.ts'

/** What is known about the signature of a message. */
export interface SignatureCheck {
  verdict: 'right' | 'wrong' | 'unknown'
  finding?: Finding
  /** What is right, one Chinese sentence each. */
  checked?: string[]
  /** What is missing, one Chinese sentence each. */
  missing?: string[]
  ruledOut?: Mistake[]
}

/** Maximum length of a body in characters for which other spellings are tried. */
const maxBodyLength = 200_000

/**
 * Checks the signature of a message with the trusted keys.
 *
 * @param readKeys is called unless the signature is one that needs other keys than RSA's
 * @throws what `readKeys` throws
 */
export async function checkSignature(
  message: PastedMessage, readKeys: () => PlatformKey[],
): Promise<SignatureCheck> {
  const { headers } = message
  const [, , serial = '', signature = ''] = signatureHeaders.map(name => headers[name])
  if (signature.startsWith('WECHATPAY/SIGNTEST/')) return wrong(messageMistake('signature-probe'))
  if (isSm2(headers['wechatpay-signature-type'] ?? '')) return unknown([sm2Unchecked])
  if (!signature) return unknown(['没有 Wechatpay-Signature，不能验签。'])
  const keys = readKeys()
  if (!keys.length) return unknown(['没有平台证书或微信支付公钥，不能验签。'])
  const named = serial ? keysNamed(serial, keys) : keys
  if (!Array.isArray(named)) return wrong(messageMistake(named))
  return checkWith(named, message)
}

/** Returns the keys that a serial may mean, or why the given ones cannot be meant. */
function keysNamed(serial: string, keys: PlatformKey[]) {
  const kind = isPublicKeyId(serial) ? 'public-key' : 'certificate'
  const ofKind = keys.filter(key => key.kind === kind)
  const named = ofKind.filter(key => key.serial === undefined || isSameSerial(key.serial, serial))
  if (named.length) return named
  if (ofKind.length) return 'other-platform-certificate'
  return kind === 'public-key' ? 'public-key-wanted' : 'certificate-wanted'
}

/** Bytes of a signature by a key of 2048, 3072 or 4096 bits. */
const rsaLengths = [256, 384, 512]

async function checkWith(keys: PlatformKey[], message: PastedMessage): Promise<SignatureCheck> {
  const { headers } = message
  const spelled = spelledSignatures(headers['wechatpay-signature'] ?? '')
    .filter(({ bytes }) => rsaLengths.includes(bytes.length))
  for (const { bytes, mistake } of spelled) {
    for (const { numbers } of keys) {
      const opened = await openSignature(bytes, numbers)
      if (opened && mistake) return wrong(mistake)
      if (opened) return checkContent(message, opened.padding === 'v1.5' ? opened.content : '')
    }
  }
  if (!spelled.length) return wrong(messageMistake('not-rsa'))
  const isCertain = headers['wechatpay-serial'] !== undefined
  return isCertain ? wrong(messageMistake('other-key')) : unknown(['没有 Wechatpay-Serial，不知道该用哪个证书或公钥。'])
}

async function checkContent(message: PastedMessage, content: string): Promise<SignatureCheck> {
  const { headers, body, otherBody = body, isParsed } = message
  const digest = signedHash(content)
  if (digest === undefined) return wrong(messageMistake('other-hash'))
  const [timestamp, nonce] = signatureHeaders.map(name => headers[name])
  if (!timestamp || !nonce) return unknown(['没有 Wechatpay-Timestamp 或 Wechatpay-Nonce，不能验签。'])
  if (body === undefined || otherBody === undefined) return unknown(['没有包体，不能验签。'])
  const fits = async (bytes: Uint8Array<ArrayBuffer>) => await digestHex('SHA-256', bytes) === digest
  const signedBy = (body: string | Uint8Array) => fits(bytesOf(timestamp, nonce, body))
  const stringOf = (body: string) => responseMessage({ timestamp, nonce, body })
  const isRight = await signedBy(body) || await signedBy(otherBody)
  if (isRight) return { verdict: 'right', checked: [`签名正确，${keyName(headers)}。`] }
  if (isParsed) return unknown(['包体是解析过的，原文的字节没有了，不能验签：请贴收到的原文。'])
  const { original, ...mistake } = await explain(body, signedBy)
  const strings = { ...original !== undefined && { expected: stringOf(original) }, signed: stringOf(body) }
  return { ...wrong({ ...mistake, ...strings }), ruledOut: mistake.name === 'other-message' ? triedBodies : [] }
}

const keyName = ({ 'wechatpay-serial': serial = '' }: Record<string, string>) => !serial
  ? '没有 Wechatpay-Serial'
  : `Wechatpay-Serial ${serial} 是${isPublicKeyId(serial) ? '微信支付公钥ID' : '平台证书的序列号'}`

/** Finds out what happened to a body that WeChat Pay did not sign, and maybe the one that it signed. */
async function explain(
  body: string, signedBy: (body: string | Uint8Array) => Promise<boolean>,
): Promise<Mistake & { original?: string }> {
  if (!body) return messageMistake('body-lost')
  for (const bytes of originalBytesOf(body)) {
    if (await signedBy(bytes)) return messageMistake('other-charset')
  }
  for (const original of body.length > maxBodyLength ? [] : originalsOf(body)) {
    if (await signedBy(original)) return { ...messageMistake('body-re-serialised'), original }
  }
  if (readJson(body.replace(/^\ufeff/, '')) === undefined) return messageMistake('body-truncated')
  return messageMistake(body.includes('\ufffd') ? 'not-utf-8' : 'other-message')
}

const utf8 = new TextEncoder()

function bytesOf(timestamp: string, nonce: string, body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return utf8.encode(responseMessage({ timestamp, nonce, body }))
  return Uint8Array.from([...utf8.encode(`${timestamp}\n${nonce}\n`), ...body, 10])
}

const wrong = (finding: Finding): SignatureCheck => ({ verdict: 'wrong', finding })
const unknown = (missing: string[]): SignatureCheck => ({ verdict: 'unknown', missing })
