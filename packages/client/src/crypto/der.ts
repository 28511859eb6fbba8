/** Bytes that WebCrypto accepts, which are never shared between threads. */
export type Bytes = Uint8Array<ArrayBuffer>

/** An element of a DER encoding (X.690): its tag, its content, and all its bytes. */
export interface DerElement {
  tag: number
  content: Bytes
  bytes: Bytes
}

/** The tags in RSA keys and certificates. */
export const Tag = {
  integer: 0x02, bitString: 0x03, octetString: 0x04, oid: 0x06, sequence: 0x30, version: 0xa0,
}

/**
 * Reads a sequence of DER elements.
 *
 * @throws RangeError if the bytes end inside an element, or a length is not valid DER
 */
export function readDer(bytes: Bytes): DerElement[] {
  const elements: DerElement[] = []
  for (let start = 0; start < bytes.length;) {
    const { header, length } = readLength(bytes, start + 1)
    const end = start + 1 + header + length
    if (end > bytes.length) throw new RangeError('DER ends inside an element')
    elements.push({
      tag: bytes[start]!,
      content: bytes.subarray(end - length, end),
      bytes: bytes.subarray(start, end),
    })
    start = end
  }
  return elements
}

/** Writes an element around its contents. */
export function writeDer(tag: number, ...contents: Iterable<number>[]): Bytes {
  const content = contents.flatMap(part => [...part])
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Uint8Array.from([tag, ...size, ...content])
}

function readLength(bytes: Uint8Array, at: number): { header: number, length: number } {
  const first = bytes[at] ?? 0x80
  if (first < 0x80) return { header: 1, length: first }
  const size = first - 0x80
  if (size < 1 || size > 3 || at + size >= bytes.length) throw new RangeError('DER has an invalid length')
  const length = bytes.subarray(at + 1, at + 1 + size).reduce((sum, byte) => sum * 256 + byte, 0)
  return { header: 1 + size, length }
}
