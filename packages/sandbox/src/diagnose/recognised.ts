/** Something that was recognised in a pasted text. */
export interface Recognised {
  /** What it is, in Chinese: 请求体, 商户证书. */
  label: string
  /** The text itself if it is short, or its length; may be empty. */
  value: string
}

/** Characters that are shown of a text. */
const shown = 120

/** Shortens a text. */
export const brief = (text: string) => text.length > shown ? `${text.slice(0, shown)}…` : text

/** The length of a text in UTF-8, in words. */
export const lengthOf = (text: string) => text ? `${new TextEncoder().encode(text).length} 字节` : '空的'
