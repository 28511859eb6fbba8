import { decodeBase64, encodeBase64, fromBase64url } from '../values/base64.ts'
import { bytesToHex, hexToBytes } from '../values/hex.ts'
import type { Mistake, Variant } from './mistake.ts'

const utf8 = new TextEncoder()
const hex = /^([\da-f]{2})+$/i

/** The decoded signature, if the text is base64. */
function decoded(text: string): Variant[] {
  const signature = decodeBase64(text)
  return signature ? [{ signature }] : []
}

/** Removes written-out line ends and undoes URL escapes of base64 characters. */
const tidy = (text: string) => text.replace(/\\[rn]|%0[ad]/gi, '')
  .replace(/%(2b|2f|3d)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

const decodedHex = (text: string, key: Variant['key'] = 'merchant'): Variant[] =>
  hex.test(text) ? [{ signature: hexToBytes(text), key }] : []

const encodedBy = (encode: (hash: Uint8Array) => string) => (hash: Uint8Array) => utf8.encode(encode(hash))

/** Mistakes in signing the right string, or in encoding the signature. */
export const signatureMistakes: readonly Mistake[] = [
  {
    name: 'pss-padding',
    explain: '签名用了 PSS 填充：APIv3 用 RSASSA-PKCS1-v1_5（SHA256withRSA）。',
    variants: () => [{ padding: 'RSA-PSS' }, { padding: 'RSA-PSS', saltLength: 222 }],
  },
  {
    name: 'hashed-twice',
    explain: '先算了 SHA-256 再签名，等于算了两次：SHA256withRSA 自己会计算摘要，直接传入待签名串。',
    variants: () => [
      { hashed: hash => hash }, { hashed: encodedBy(bytesToHex) }, { hashed: encodedBy(encodeBase64) },
    ],
  },
  {
    name: 'base64url',
    explain: '签名值用了 base64url（- 和 _）：须用标准 Base64（+ 和 /，带 = 补齐）。',
    variants: ({ signature }) => /^[\w-]+=*$/.test(signature) && !hex.test(signature)
      ? decoded(fromBase64url(signature))
      : [],
  },
  {
    name: 'base64-spelling',
    explain: '签名值夹了换行、空格或 %2B 一类的转义，或末尾缺了 =：须为一行标准 Base64，带 = 补齐。',
    variants: ({ signature }) => decoded(tidy(signature)),
  },
  {
    name: 'hex-signature',
    explain: '签名值写成了十六进制：须为 Base64。',
    variants: ({ signature }) => decodedHex(signature),
  },
  {
    name: 'encoded-twice',
    explain: '签名值做了两次 Base64：只编码一次。',
    variants: ({ signature }) => {
      const inner = decodeBase64(signature)
      return inner ? decoded(new TextDecoder().decode(inner)) : []
    },
  },
  {
    name: 'plus-lost',
    explain: '签名值里的 + 变成了空格：签名值放进 Authorization 头之前不要做表单编码或解码。',
    variants: ({ signature }) => signature.includes(' ')
      ? decoded(signature.replaceAll(' ', '+'))
      : [],
  },
  {
    name: 'platform-key',
    explain: '用了平台的私钥签名：请用商户 API 证书对应的私钥（apiclient_key.pem）。',
    variants: () => [{ key: 'platform' }],
  },
  {
    name: 'signed-with-secret',
    explain: '用 APIv3 密钥做了 HMAC-SHA256（APIv2 的签名方式）：APIv3 用商户私钥做 SHA256withRSA 签名。',
    variants: ({ signature }) => [{ key: 'secret' }, ...decodedHex(signature, 'secret')],
  },
]
