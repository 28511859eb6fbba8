let codes: Map<string, number[]> | undefined

/** Encodes a text in GBK, the default of systems in Chinese; what GBK does not have becomes a question mark. */
export function encodeGbk(text: string): Uint8Array<ArrayBuffer> {
  codes ??= readCodes()
  return Uint8Array.from(Array.from(text).flatMap(character =>
    character < '\x80' ? [character.charCodeAt(0)] : codes!.get(character) ?? [63]))
}

/** The platform knows the code only from the other side. */
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
