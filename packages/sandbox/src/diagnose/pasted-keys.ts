import type { Given } from './diagnosis.ts'
import { type Pem, takePems } from './paste/pems.ts'
import type { Recognised } from './recognised.ts'
import { type PublicKey, readPublicKey } from './public-key.ts'

type KeyName = 'certificate' | 'publicKey' | 'platformCertificate' | 'platformPublicKey'

const titles: Record<KeyName, string> = {
  certificate: '商户证书',
  publicKey: '商户公钥',
  platformCertificate: '平台证书',
  platformPublicKey: '微信支付公钥',
}

/** A pasted text without its keys, and what is known with them. */
export interface PastedKeys {
  text: string
  given: Given
  /** The keys that were in the text. */
  found: Recognised[]
}

/** Takes the keys out of a pasted text. A key that is given beside it is preferred. */
export function readPastedKeys(pasted: string, given: Given): PastedKeys {
  const { rest, pems } = takePems(pasted)
  const all: Given = { ...given }
  const found = pems.map((pem): Recognised => {
    const key = readOf(pem)
    if (!key) return { label: pem.label, value: '读不出：不是 RSA 的密钥或证书，或者不完整' }
    const name = nameOf(pem, key, rest)
    all[name] ??= pem.pem
    const id = /PUB_KEY_ID_\d+/.exec(pem.before)?.[0]
    if (name === 'platformPublicKey' && id) all.platformPublicKeyId ??= id
    return { label: titles[name], value: describe(pem, key, id) }
  })
  return { text: rest, given: all, found }
}

function readOf({ label, pem }: Pem): PublicKey | undefined {
  try {
    return readPublicKey(label, pem)
  } catch {
    return undefined
  }
}

/** Whose key it is: by its serial in the text, its owner, what is written before it, and what the text is about. */
function nameOf({ before }: Pem, { serial, commonName, isPrivate }: PublicKey, text: string): KeyName {
  const isMessage = /wechatpay-signature/i.test(text) && !/authorization/i.test(text)
  if (isPrivate) return 'publicKey'
  if (serial === undefined) {
    const isPlatform = /PUB_KEY_ID_|微信支付公钥|平台公钥|platform|wechatpay|pub_key/i.test(before)
    const isMerchants = /商户|merchant|apiclient/i.test(before)
    return isPlatform || (isMessage && !isMerchants) ? 'platformPublicKey' : 'publicKey'
  }
  if (/^\d{8,10}$/.test(commonName ?? '')) return 'certificate'
  if (isMessage || /tenpay|platform/i.test(commonName ?? '')) return 'platformCertificate'
  return text.includes(serial) || /商户|merchant|apiclient/i.test(before) ? 'certificate' : 'platformCertificate'
}

function describe({ label }: Pem, { serial, isPrivate }: PublicKey, id: string | undefined): string {
  if (isPrivate) return '从私钥得到'
  return serial === undefined ? id ?? label : `序列号 ${serial}`
}
