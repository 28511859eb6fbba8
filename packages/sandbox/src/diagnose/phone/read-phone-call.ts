import { isForm } from '../../values/form.ts'
import { readJson } from '../../values/json.ts'
import { decodePercent } from '../../values/percent.ts'
import type { PhoneAction, PhoneCall } from './phone-call.ts'

type Members = PhoneCall['members']

const functions = ['requestPayment', 'chooseWXPay', 'getBrandWCPayRequest', 'requestMerchantTransfer', 'openBusinessView', 'PayReq']

/** Members of a call that are no parameters of the payment. */
const ownMembers = ['businessType', 'query', 'queryString', 'path', 'provider']

/** Reads parameters for a phone in any form; `undefined` if the text is something else. */
export function readPhoneCall(text: string): PhoneCall | undefined {
  const all = readMembers(text)
  const called = functions.find(name => text.includes(name))
  const query = queryIn(all) ?? (isForm(text.trim()) ? text.trim() : undefined)
  const members = query === undefined ? without(all, ownMembers) : readQuery(query)
  const action = actionOf(members, String(all.businessType ?? called ?? ''))
  return action && { action, function: called, members, query }
}

/** Reads JSON, an object of JavaScript, or assignments to members as in Kotlin, Java, Swift and Objective-C. */
function readMembers(text: string): Members {
  const json = readJson(text)
  if (json !== undefined) return flat(json)
  return { ...readPairs(text, assignment), ...readPairs(text, property) }
}

const value = /@?(?:UInt32\()?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|(\d+))/.source
const property = new RegExp(`(?<!\\w)["']?([A-Za-z_]\\w*)["']?\\s*(?::|=>)\\s*${value}`, 'g')
const assignment = new RegExp(`(?:^|[.\\s{;,])([A-Za-z_]\\w*)\\s*=\\s*${value}`, 'gm')

function readPairs(text: string, pattern: RegExp): Members {
  return Object.fromEntries(Array.from(text.matchAll(pattern), ([, name = '', double, single, template, digits]) => {
    const quoted = double ?? single ?? template
    return [name, quoted === undefined ? Number(digits) : unescape(quoted)]
  }))
}

/** Undoes the escapes that occur in such texts. */
const unescape = (text: string) => text.replace(/\\u([\da-f]{4})|\\(.)/gi, (_, code?: string, character = '') =>
  code ? String.fromCharCode(parseInt(code, 16)) : ({ n: '\n', r: '\r', t: '\t' }[character as string] ?? character))

/** Levels that are read: hostile JSON may have more than the stack. */
const maxDepth = 20

/** Returns the texts and numbers of a value at any depth; the outermost wins. */
function flat(value: unknown, depth = 0): Members {
  if (typeof value !== 'object' || value === null || depth > maxDepth) return {}
  const entries = Object.entries(value)
  const inner = Object.assign({}, ...entries.map(([, item]) => flat(item, depth + 1)).reverse()) as Members
  return { ...inner, ...Object.fromEntries(entries.filter((entry): entry is [string, string | number] =>
    typeof entry[1] === 'string' || typeof entry[1] === 'number')) }
}

function queryIn({ query, queryString }: Members): string | undefined {
  const text = queryString ?? query
  return typeof text === 'string' && text.includes('=') ? text : undefined
}

const readQuery = (query: string): Members => Object.fromEntries(query.replace(/^\?/, '').split('&').map((pair) => {
  const [name = '', ...rest] = pair.split('=')
  return [name, decodePercent(rest.join('='))]
}))

const without = (members: Members, names: string[]): Members =>
  Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)))

/** Returns what the parameters are for; `undefined` if they are for no phone. */
function actionOf(members: Members, called: string): PhoneAction | undefined {
  const has = (...names: string[]) => names.some(name => name in members)
  if (/^requestMerchantTransfer$/.test(called)) return has('package') ? 'transfer' : undefined
  if (has('mch_id') && has('sign') && has('nonce_str')) return 'score'
  if (/^wxpayScore/.test(called) && has('package')) return 'score'
  if (!has('sign', 'paySign')) return has('mchId', 'mchid') && has('appId', 'appid') && has('package') ? 'transfer' : undefined
  if (has('prepayId', 'prepayid')) return 'app'
  return has('package', 'packageValue') && has('nonceStr', 'noncestr') ? 'jsapi' : undefined
}
