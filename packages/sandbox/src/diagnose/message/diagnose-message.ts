import { readJson } from '../../values/json.ts'
import type { Diagnosis, Finding, Given } from '../diagnosis.ts'
import { tooOld } from './age.ts'
import { checkSignature, type SignatureCheck } from './check-signature.ts'
import { type EncryptedResource, encryptedIn } from './encrypted-resource.ts'
import { messageMistake } from './mistakes.ts'
import { openResource } from './open-resource.ts'
import type { PastedMessage } from './pasted-message.ts'
import { platformKeysOf } from './platform-keys.ts'
import { readMessage } from './read-message.ts'
import { recogniseMessage } from './recognise.ts'

/** What is known about the encrypted part of a message. */
interface ContentCheck {
  finding?: Finding
  plain?: string
  checked?: string[]
  missing?: string[]
}

/**
 * Finds out whether WeChat Pay sent a response or notification, what is wrong with it, and what is in it.
 *
 * @returns `undefined` if the text is neither
 * @throws ArgumentError or RangeError if a given key is not an RSA key, without its content
 */
export async function diagnoseMessage(text: string, given: Given): Promise<Diagnosis | undefined> {
  const message = readMessage(text)
  if (!message) return undefined
  const signature = await checkSignatureOf(message, given)
  const isWrong = signature.verdict === 'wrong'
  const content = isWrong && signature.finding?.name !== 'signature-probe' ? {} : await checkContent(message, given)
  const finding = signature.finding ?? late(message) ?? certainOf(content.finding, signature)
  const isRight = signature.verdict === 'right' && (hasHeaders(message) || content.plain !== undefined)
  return {
    kind: 'message',
    verdict: finding ? 'invalid' : isRight ? 'valid' : 'undecidable',
    mistakes: finding ? [finding] : [],
    checked: [...signature.checked ?? [], ...content.checked ?? []],
    missing: [...signature.missing ?? [], ...content.missing ?? []],
    ruledOut: signature.ruledOut ?? [],
    recognised: recogniseMessage(message),
    ...content.plain !== undefined && { plain: content.plain },
  }
}

const hasHeaders = ({ headers }: PastedMessage) => Object.keys(headers).length > 0

/** Checks the signature unless only a body or a resource was pasted, which has none. */
const checkSignatureOf = async (message: PastedMessage, given: Given): Promise<SignatureCheck> =>
  hasHeaders(message) ? checkSignature(message, () => platformKeysOf(given)) : { verdict: 'right' }

/** A key is surely wrong only for a resource that is surely WeChat Pay's. */
function certainOf(finding: Finding | undefined, { verdict, checked }: SignatureCheck): Finding | undefined {
  const isSigned = verdict === 'right' && checked
  return finding?.name === 'wrong-apiv3-key' && !isSigned ? { ...finding, doubt: otherCauses } : finding
}

const otherCauses = '没有验过这条消息的签名，所以也可能是 nonce 不是这条 resource 的，或 ciphertext 的开头被改过：三者的结果一样，分不清。'

function late({ headers, received }: PastedMessage): Finding | undefined {
  const age = tooOld(headers['wechatpay-timestamp'] ?? '', received)
  return age === undefined ? undefined : messageMistake('timestamp-too-old')
}

async function checkContent({ body, resource }: PastedMessage, given: Given): Promise<ContentCheck> {
  const resources = resource ? [resource] : encryptedIn(readJson(body ?? ''))
  if (!resources.length) return {}
  if (!given.apiv3Key) return { missing: ['没有 APIv3 密钥，不能解密 resource。'] }
  return open(resources, given.apiv3Key, given.apiv2Key)
}

async function open(
  resources: EncryptedResource[], apiv3Key: string, apiv2Key: string | undefined,
): Promise<ContentCheck> {
  const plains: string[] = []
  for (const resource of resources) {
    const opened = await openResource(resource, apiv3Key, apiv2Key)
    if ('mistake' in opened) return { finding: messageMistake(opened.mistake) }
    plains.push(opened.plain)
  }
  return { plain: plains.join('\n'), checked: ['APIv3 密钥能解密。'] }
}
