import { encodeGbk } from './gbk.ts'
import { joinLines, type Mistake, type Parts, stringToSign, type Variant } from './mistake.ts'
import { spellingsOfJson, spellingsOfQuery, spellingsOfTarget } from './spellings.ts'

/** The string to sign, with some of its parts changed. */
const changed = (parts: Parts, change: Partial<Parts>): Variant =>
  ({ message: stringToSign({ ...parts, ...change }) })

const withTargets = (parts: Parts, targets: string[]) => targets.map(target => changed(parts, { target }))
const withBodies = (parts: Parts, bodies: string[]) => bodies.map(body => changed(parts, { body }))

/** Seconds between two readings of the clock within one request. */
const drift = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5]

/** Mistakes in the string to sign. */
export const messageMistakes: readonly Mistake[] = [
  {
    name: 'query-left-out',
    explain: '签名时漏了查询串：待签名串第二行须为路径加 ? 及完整的查询串，与实际请求一致。',
    variants: parts => parts.target.includes('?') ? withTargets(parts, [parts.target.split('?')[0]!]) : [],
  },
  {
    name: 'url-re-encoded',
    explain: '签名的路径或查询串与发送的编码或参数次序不一致：请先编码好 URL，签名与发送使用同一个字符串，不再解码或重新编码。',
    variants: parts => withTargets(parts, spellingsOfTarget(parts.target)),
  },
  {
    name: 'host-included',
    explain: '签名时带上了域名：待签名串第二行只要路径和查询串，以 / 开头，不含协议和域名。',
    variants: parts => withTargets(parts, ['https://api.mch.weixin.qq.com', new URL(parts.url).origin]
      .flatMap(origin => [origin, origin.replace(/^https?:\/\//, '')]).map(host => host + parts.target)),
  },
  {
    name: 'leading-slash-missing',
    explain: '签名的路径缺少开头的 /：待签名串第二行须以 / 开头。',
    variants: parts => withTargets(parts, [parts.target.slice(1)]),
  },
  {
    name: 'trailing-slash',
    explain: '签名的路径与发送的相差末尾的 /：两者须完全一致。',
    variants: (parts) => {
      const [path = '', ...query] = parts.target.split('?')
      return withTargets(parts, [[path.endsWith('/') ? path.slice(0, -1) : `${path}/`, ...query].join('?')])
    },
  },
  {
    name: 'body-left-out',
    explain: '签名时漏了请求体：有请求体的请求，待签名串第五行须为请求体原文。',
    variants: parts => parts.body ? withBodies(parts, ['']) : [],
  },
  {
    name: 'body-re-serialised',
    explain: '签名的请求体与发送的不是同一个字符串（键的次序、空白、BOM、\\u 或 \\/ 转义不同）：请只序列化一次，签名与发送用同一个字符串。',
    variants: parts => withBodies(parts, spellingsOfJson(parts.body)),
  },
  {
    name: 'empty-body-written',
    explain: '没有请求体，签名时却写了 {}、null 或查询参数：待签名串第五行须为空行。',
    variants: (parts) => {
      if (parts.body) return []
      const [path = '', query = ''] = parts.target.split('?')
      const bodies = ['{}', '[]', 'null', 'None', 'undefined', '""', ' ', ...spellingsOfQuery(query)]
      return [parts.target, path].flatMap(target => withBodies({ ...parts, target }, bodies))
    },
  },
  {
    name: 'other-charset',
    explain: '签名时没有按 UTF-8 取字节（用了系统默认的 GBK 或 ISO-8859-1）：取字节时须写明 UTF-8。',
    variants: (parts) => {
      const message = stringToSign(parts)
      return /[^\0-\x7f]/.test(message)
        ? [{ message: encodeGbk(message) }, { message: message.replace(/[^\0-\xff]/g, '?') }]
        : []
    },
  },
  {
    name: 'multipart-signed-whole',
    explain: '签名了整个 multipart 请求体：上传接口只签 meta 的 JSON 原文，不含文件和分隔符。',
    variants: ({ upload, ...parts }) => upload ? withBodies(parts, [upload.whole]) : [],
  },
  {
    name: 'last-newline-missing',
    explain: '待签名串末尾少了换行符：五行每一行都以 \\n 结尾，包括最后一行（请求体为空时也是）。',
    variants: parts => [-1, -2].map(end => ({ message: stringToSign(parts).slice(0, end) })),
  },
  {
    name: 'newline-too-many',
    explain: '待签名串末尾多了换行符：五行各以一个 \\n 结尾，之后再没有字符。',
    variants: parts => [{ message: `${stringToSign(parts)}\n` }],
  },
  {
    name: 'crlf',
    explain: '待签名串用了 \\r\\n 换行：请用 \\n（0x0A）。',
    variants: parts => [{ message: stringToSign(parts).replaceAll('\n', '\r\n') }],
  },
  {
    name: 'newline-written-out',
    explain: '待签名串里的换行写成了反斜杠加 n 两个字符：须为真正的换行符（0x0A），多数语言要用双引号字符串。',
    variants: parts => [{ message: stringToSign(parts).replaceAll('\n', '\\n') }],
  },
  {
    name: 'timestamp-in-milliseconds',
    explain: '签名用了毫秒时间戳：签名与 Authorization 中的 timestamp 须相同，单位为秒。',
    variants: parts => [changed(parts, { timestamp: `${parts.timestamp}000` })],
  },
  {
    name: 'timestamp-taken-twice',
    explain: '签名的时间戳与 Authorization 中的 timestamp 差了几秒：只取一次时间，两处用同一个值。',
    variants: parts => drift.map(seconds => changed(parts, { timestamp: `${Number(parts.timestamp) + seconds}` })),
  },
  {
    name: 'method-lower-case',
    explain: '签名的请求方法是小写：待签名串第一行须为大写的 GET、POST 等。',
    variants: parts => [changed(parts, { method: parts.method.toLowerCase() })],
  },
  {
    name: 'wrong-method',
    explain: '签名的请求方法与发送的不同：待签名串第一行须为实际的请求方法。',
    variants: parts => ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(method => method !== parts.method)
      .map(method => changed(parts, { method })),
  },
  {
    name: 'wrong-order',
    explain: '待签名串的次序不对：须依次为请求方法、URL、时间戳、随机串、请求体。',
    variants: ({ method, target, timestamp, nonce, body }) => [
      joinLines(method, target, nonce, timestamp, body),
      joinLines(target, method, timestamp, nonce, body),
      joinLines(method, target, body, timestamp, nonce),
      joinLines(method, timestamp, nonce, target, body),
    ].map(message => ({ message })),
  },
  {
    name: 'response-form',
    explain: '用了应答验签的三行串：请求的待签名串是五行，开头还有请求方法和 URL。',
    variants: ({ timestamp, nonce, body }) => [{ message: joinLines(timestamp, nonce, body) }],
  },
]
