import { lookUpMessage, messageMistakes } from './message-mistakes.ts'
import { joinLines, type Mistake, type Parts, stringToSign } from './mistake.ts'
import { isSameJson } from './spellings-of-body.ts'
import { unexplained } from './unexplained.ts'

const nonceTakenTwice: Mistake = {
  name: 'nonce-taken-twice',
  explain: '签名的随机串与 Authorization 中的 nonce_str 不同：每次请求只生成一次，签名与请求头用同一个值。',
}

const bodyLost: Mistake = {
  name: 'body-lost',
  explain: '签名时有请求体，发出的请求却没有：它没有交给 HTTP 客户端，或在代理、拦截器里丢了。',
}

/**
 * Names the difference between the string that was signed and the one that should have been.
 *
 * @param type `Content-Type` of the request; `undefined` if that is not known
 */
export function compareMessages(parts: Parts, signed: string, type: string | undefined): Mistake {
  const known = messageMistakes.find(({ messages }) => messages(parts).includes(signed))
  if (known && known.name !== 'wrong-order') return lookUpMessage(known.name)
  return compareLines(parts, signed) ?? (known ? lookUpMessage(known.name) : unexplained(parts, type))
}

function compareLines(parts: Parts, signed: string): Mistake | undefined {
  const [method = '', target = '', timestamp = '', nonce = '', ...rest] = signed.split('\n')
  const body = rest.join('\n').replace(/\n$/, '')
  if (joinLines(method, target, timestamp, nonce, body) !== signed) return undefined
  const expected = stringToSign(parts)
  const others: Parts = { ...parts, method, target, timestamp, nonce, body }
  const isOnly = (...names: (keyof Parts)[]) =>
    stringToSign(names.reduce((others, name) => ({ ...others, [name]: parts[name] }), others)) === expected
  const isEarlier = timestamp !== parts.timestamp && isOnly('timestamp', 'nonce')
  if (isEarlier || isOnly('timestamp')) {
    return lookUpMessage(/^\d{13}$/.test(timestamp) ? 'timestamp-in-milliseconds' : 'timestamp-taken-twice')
  }
  if (isOnly('nonce')) return nonceTakenTwice
  if (isOnly('method')) return lookUpMessage('wrong-method')
  if (isOnly('target')) return compareTargets(parts.target, target)
  if (isOnly('body')) return compareBodies(parts.body, body)
  return undefined
}

function compareTargets(sent: string, signed: string): Mistake | undefined {
  if (/^https?:\/\//.test(signed)) return lookUpMessage('host-included')
  if (signed.endsWith(sent)) return lookUpMessage('proxy-prefix')
  return undefined
}

function compareBodies(sent: string, signed: string): Mistake | undefined {
  if (!sent && signed) return bodyLost
  if (isSameJson(sent, signed)) return lookUpMessage('body-re-serialised')
  return undefined
}
