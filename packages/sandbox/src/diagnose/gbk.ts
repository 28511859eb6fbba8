let codes: Map<string, number[]> | undefined

/** Encodes text in GBK, the default of Chinese systems; a character that GBK lacks becomes a question mark. */
export function encodeGbk(text: string): Uint8Array<ArrayBuffer> {
  codes ??= readCodes()
  return Uint8Array.from(Array.from(text).flatMap(character =>
    character < '\x80' ? [character.charCodeAt(0)] : codes!.get(character) ?? [63]))
}

/** Inverts `TextDecoder`: there is no encoder for GBK. */
function readCodes(): Map<string, number[]> {
  const gbk = new TextDecoder('gbk')
  const read = new Map<string, number[]>()
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const character = gbk.decode(Uint8Array.of(first, second))
      if (!character.startsWith('\ufffd') && !read.has(character)) read.set(character, [first, second])
    }
  }
  return read
}
