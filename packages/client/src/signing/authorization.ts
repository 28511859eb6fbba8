/** The parts of an APIv3 `Authorization` header. */
export interface Authorization {
  mchid: string
  /** Serial number of the merchant's certificate. */
  serial: string
  /** Seconds since the epoch, as written in the header. */
  timestamp: string
  nonce: string
  /** Base64. */
  signature: string
}

const scheme = 'WECHATPAY2-SHA256-RSA2048 '
const names = ['mchid', 'serial_no', 'timestamp', 'nonce_str', 'signature']

/** Writes the header with its parts in the order of WeChat Pay's libraries. */
export function formatAuthorization({ mchid, serial, timestamp, nonce, signature }: Authorization): string {
  const who = `mchid="${mchid}",serial_no="${serial}",timestamp="${timestamp}"`
  return `${scheme}${who},nonce_str="${nonce}",signature="${signature}"`
}

/** Reads the header, with its parts in any order; `undefined` if it is not an APIv3 header. */
export function parseAuthorization(header: string | null | undefined): Authorization | undefined {
  if (!header?.startsWith(scheme)) return undefined
  const parts = new Map<string, string>()
  for (const part of header.slice(scheme.length).split(',')) {
    const [, name = '', value = ''] = /^\s*([a-z_]+)="([^"]*)"\s*$/.exec(part) ?? []
    if (!names.includes(name) || parts.has(name)) return undefined
    parts.set(name, value)
  }
  const [mchid, serial, timestamp, nonce, signature] = names.map(name => parts.get(name))
  if (!mchid || !serial || !timestamp || !nonce || !signature) return undefined
  return { mchid, serial, timestamp, nonce, signature }
}
