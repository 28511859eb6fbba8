import { decodeBase64, fromBase64url } from '../values/base64.ts'
import { hexToBytes } from '../values/hex.ts'
import type { Mistake } from './mistake.ts'

/** A common mistake in writing a signature into the header. */
interface SpellingMistake extends Mistake {
  /** Returns the signature as it was made; `undefined` if the text has no such mistake. */
  read: (text: string) => Uint8Array<ArrayBuffer> | undefined
}

/** A signature as bytes, and the mistake in the way it was written. */
export interface SpelledSignature {
  bytes: Uint8Array<ArrayBuffer>
  mistake?: Mistake
}

const hex = /^(?:[\da-f]{2})+$/i

/** Removes line ends, real and written out, and blanks, and undoes the URL escapes of base64 characters. */
const tidy = (text: string) => text.replace(/\\[rn]|%0[ad]|\s/gi, '')
  .replace(/%(2b|2f|3d)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

const mistakes: readonly SpellingMistake[] = [
  {
    name: 'hex-signature',
    explain: '签名值写成了十六进制：须为 Base64。',
    read: text => hex.test(text) ? hexToBytes(text) : undefined,
  },
  {
    name: 'base64url',
    explain: '签名值用了 base64url（- 和 _）：须用标准 Base64（+ 和 /，带 = 补齐）。',
    read: text => /^[\w-]+=*$/.test(text) && /[-_]/.test(text) ? decodeBase64(fromBase64url(text)) : undefined,
  },
  {
    name: 'plus-lost',
    explain: '签名值里的 + 变成了空格：签名值放进 Authorization 头之前不要做表单编码或解码。',
    read: text => text.includes(' ') ? decodeBase64(text.replaceAll(' ', '+')) : undefined,
  },
  {
    name: 'base64-spelling',
    explain: '签名值夹了换行、空格或 %2B 一类的转义，或末尾缺了 =：须为一行标准 Base64，带 = 补齐。',
    read: text => decodeBase64(tidy(text)),
  },
  {
    name: 'encoded-twice',
    explain: '签名值做了两次 Base64：只编码一次。',
    read: (text) => {
      const inner = decodeBase64(tidy(text))
      return inner && decodeBase64(new TextDecoder().decode(inner))
    },
  },
]

/** Characters of a signature that are read: by a key of 4096 bits, in hexadecimal or encoded twice, it has a thousand. */
const maxLength = 4000

/**
 * Returns the ways in which the text of a signature can be read: as it should be written, then with known mistakes; none
 * if it is too long for a signature.
 */
export function spelledSignatures(text: string): SpelledSignature[] {
  if (text.length > maxLength) return []
  const right = decodeBase64(text)
  const isRight = right && btoa(atob(text)) === text
  return [
    ...isRight ? [{ bytes: right }] : [],
    ...mistakes.flatMap(({ read, ...mistake }) => {
      const bytes = read(text)
      return bytes && !(isRight && mistake.name === 'base64-spelling') ? [{ bytes, mistake }] : []
    }),
  ]
}

/** The mistakes that are tried. */
export const spellingMistakes: Mistake[] = mistakes.map(({ name, explain }) => ({ name, explain }))
