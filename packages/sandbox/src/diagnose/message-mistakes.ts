import { isForm } from '../values/form.ts'
import { encodeGbk } from './gbk.ts'
import { joinLines, type MessageMistake, type Mistake, type Parts, stringToSign } from './mistake.ts'
import { permutations } from './permutations.ts'
import { proxyPrefixes } from './proxy-prefixes.ts'
import { jsonTexts, spellingsOfForm, spellingsOfJson } from './spellings-of-body.ts'
import { spellingsOfTarget } from './spellings-of-target.ts'
import { timestampInMilliseconds } from './timestamp.ts'

/** The string to sign, with some of its parts changed. */
const changed = (parts: Parts, change: Partial<Parts>) => stringToSign({ ...parts, ...change })

const withTargets = (parts: Parts, targets: string[]) => targets.map(target => changed(parts, { target }))
const withBodies = (parts: Parts, bodies: string[]) => bodies.map(body => changed(parts, { body }))

/** Seconds between the header's timestamp and that of an earlier attempt, or of another reading of the clock. */
const drift = Array.from({ length: 600 }, (_, second) => second + 1)
  .flatMap(seconds => seconds > 60 ? [-seconds] : [-seconds, seconds])

const linesOf = (parts: Parts) => [parts.method, parts.target, parts.timestamp, parts.nonce, parts.body]

/** The lines with other ends, the last one's included or not. */
const joinedBy = (end: string, parts: Parts) =>
  [linesOf(parts), [...linesOf(parts), '']].map(lines => lines.join(end))

const officialOrigins = ['https://api.mch.weixin.qq.com', 'https://api2.mch.weixin.qq.com', 'https://api.wechatpay.cn']

const originOf = (url: string) => URL.canParse(url) ? [new URL(url).origin] : []

/** Encodes each character in one byte, a question mark if it has none: ISO-8859-1. */
const latin1 = (text: string) =>
  Uint8Array.from(Array.from(text), character => character < '\u0100' ? character.charCodeAt(0) : 63)

/** Keeps the low byte of each UTF-16 unit, as `Buffer.from(text, 'latin1')` of Node does. */
const lowBytes = (text: string) => Uint8Array.from(text, unit => unit.charCodeAt(0) & 0xff)

/** Mistakes in the string to sign, in the order in which they are tried. */
export const messageMistakes: readonly MessageMistake[] = [
  {
    name: 'query-left-out',
    explain: '签名时漏了查询串：待签名串第二行须为路径加 ? 及完整的查询串，与实际请求一致。',
    messages: parts => parts.target.includes('?') ? withTargets(parts, [parts.target.split('?')[0]!]) : [],
  },
  {
    name: 'url-re-encoded',
    explain: '签名的路径或查询串与发送的编码或参数次序不一致：请先编码好 URL，签名与发送使用同一个字符串，不再解码或重新编码。',
    messages: parts => withTargets(parts, spellingsOfTarget(parts.target)),
  },
  {
    name: 'host-included',
    explain: '签名时带上了域名：待签名串第二行只要路径和查询串，以 / 开头，不含协议和域名。',
    messages: parts => withTargets(parts, [...officialOrigins, ...originOf(parts.url)]
      .flatMap(origin => ['https://', 'http://', ''].map(scheme => origin.replace(/^https?:\/\//, scheme))).map(host => host + parts.target)),
  },
  {
    name: 'double-slash',
    explain: '签名或发送的路径里有两个连着的 /（如 //v3）：多半是根地址末尾的 / 和路径开头的 / 拼到了一起，去掉一个。',
    messages: parts => withTargets(parts, [`/${parts.target}`, parts.target.replace(/^\/{2,}/, '/')]),
  },
  {
    name: 'leading-slash-missing',
    explain: '签名的路径缺少开头的 /：待签名串第二行须以 / 开头。',
    messages: parts => withTargets(parts, [parts.target.slice(1)]),
  },
  {
    name: 'trailing-slash',
    explain: '签名的路径与发送的相差末尾的 /：两者须完全一致。',
    messages: (parts) => {
      const [path = '', ...query] = parts.target.split('?')
      return withTargets(parts, [[path.endsWith('/') ? path.slice(0, -1) : `${path}/`, ...query].join('?')])
    },
  },
  {
    name: 'proxy-prefix',
    explain: '签名的路径在 /v3 之前多了反向代理的前缀：微信支付收到的路径没有它，签名只用 /v3 起的部分。',
    messages: parts => withTargets(parts, proxyPrefixes(parts.url).map(prefix => prefix + parts.target)),
  },
  {
    name: 'body-left-out',
    explain: '签名时漏了请求体：有请求体的请求，待签名串第五行须为请求体原文。',
    messages: parts => parts.body ? withBodies(parts, ['']) : [],
  },
  {
    name: 'body-re-serialised',
    explain: '签名的请求体与发送的不是同一个字符串（键的次序、空白、BOM、1 与 1.0、\\u 或 \\/ 转义不同）：请只序列化一次，签名与发送用同一个字符串。',
    messages: parts => withBodies(parts, spellingsOfJson(parts.body)),
  },
  {
    name: 'form-body',
    explain: '发送的请求体是表单（a=b&c=d），签名的却是 JSON：APIv3 的请求体须为 JSON，签名与发送用同一个 JSON 字符串。',
    messages: parts => isForm(parts.body) ? withBodies(parts, spellingsOfForm(parts.body)) : [],
  },
  {
    name: 'json-twice',
    explain: '请求体做了两次 JSON 序列化，变成了带引号的字符串，签名与发送只有一处如此：只序列化一次，签名与发送用同一个字符串。',
    messages: parts => withBodies(parts, jsonTexts(parts.body)),
  },
  {
    name: 'empty-body-written',
    explain: '没有请求体，签名时却写了 {}、null 或查询参数：待签名串第五行须为空行。',
    messages: (parts) => {
      if (parts.body) return []
      const [path = '', query = ''] = parts.target.split('?')
      const bodies = ['{}', '[]', 'null', 'None', 'undefined', '""', ' ', ...spellingsOfForm(query)]
      return [parts.target, path].flatMap(target => withBodies({ ...parts, target }, bodies))
    },
  },
  {
    name: 'other-charset',
    explain: '签名时没有按 UTF-8 取字节（用了系统默认的 GBK 或 ISO-8859-1）：取字节时须写明 UTF-8。',
    messages: (parts) => {
      const message = stringToSign(parts)
      return /[^\0-\x7f]/.test(message)
        ? [encodeGbk(message), message.replace(/[^\0-\xff]/g, '?'), latin1(message), lowBytes(message)]
        : []
    },
  },
  {
    name: 'multipart-signed-whole',
    explain: '签名了整个 multipart 请求体：上传接口只签 meta 的 JSON 原文，不含文件和分隔符。',
    messages: parts => parts.whole === undefined ? [] : withBodies(parts, [parts.whole]),
  },
  {
    name: 'last-newline-missing',
    explain: '待签名串末尾少了换行符：五行每一行都以 \\n 结尾，包括最后一行（请求体为空时也是）。',
    messages: parts => [-1, -2].map(end => stringToSign(parts).slice(0, end)),
  },
  {
    name: 'newline-too-many',
    explain: '待签名串末尾多了换行符：五行各以一个 \\n 结尾，之后再没有字符。',
    messages: parts => [`${stringToSign(parts)}\n`],
  },
  {
    name: 'crlf',
    explain: '待签名串用了 \\r\\n 换行：请用 \\n（0x0A）。',
    messages: parts => [stringToSign(parts).replaceAll('\n', '\r\n'), ...joinedBy('\r\n', parts)],
  },
  {
    name: 'newline-written-out',
    explain: '待签名串里的换行写成了反斜杠加 n 两个字符：须为真正的换行符（0x0A），多数语言要用双引号字符串。',
    messages: parts => [stringToSign(parts).replaceAll('\n', '\\n'), ...joinedBy('\\n', parts)],
  },
  timestampInMilliseconds,
  {
    name: 'timestamp-taken-twice',
    explain: '签名的时间戳与 Authorization 中的 timestamp 不同（取了两次时间，或重试时沿用了先前的签名）：每次请求只取一次时间，签名与请求头用同一个值。',
    messages: parts => drift.map(seconds => changed(parts, { timestamp: `${Number(parts.timestamp) + seconds}` })),
  },
  {
    name: 'method-lower-case',
    explain: '签名的请求方法是小写：待签名串第一行须为大写的 GET、POST 等。',
    messages: (parts) => {
      const lower = parts.method.toLowerCase()
      return [lower, parts.method.slice(0, 1) + lower.slice(1)].map(method => changed(parts, { method }))
    },
  },
  {
    name: 'wrong-method',
    explain: '签名的请求方法与发送的不同：待签名串第一行须为实际的请求方法。',
    messages: parts => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(method => method !== parts.method)
      .map(method => changed(parts, { method })),
  },
  {
    name: 'wrong-order',
    explain: '待签名串的次序不对：须依次为请求方法、URL、时间戳、随机串、请求体。',
    messages: parts => permutations(linesOf(parts)).map(lines => joinLines(...lines)),
  },
  {
    name: 'response-form',
    explain: '用了应答验签的三行串：请求的待签名串是五行，开头还有请求方法和 URL。',
    messages: ({ timestamp, nonce, body }) => [joinLines(timestamp, nonce, body)],
  },
]

/** Looks up a mistake in the string to sign by its name. */
export function lookUpMessage(name: string): Mistake {
  const { explain } = messageMistakes.find(mistake => mistake.name === name)!
  return { name, explain }
}
