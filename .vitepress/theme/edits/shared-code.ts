/** Code that a link carries. */
export interface SharedCode {
  /** Position of the example on its page. */
  index: number
  code: string
}

/** Most characters of a link's code, and most bytes of the code itself. */
const maxLink = 64 * 1024
const maxCode = 256 * 1024

/** Characters that no code of ours has; some hide what code does. */
const hidden = /[^\P{C}\n\t]/u

/** Writes code for the hash of a link: compressed, in base64url. */
export async function encodeShared({ index, code }: SharedCode): Promise<string> {
  const packed = new Blob([`${index}\n${code}`]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

const fromBase64 = (text: string) => Uint8Array.from(atob(text), char => char.charCodeAt(0))

/** Reads code out of the hash of a link; undefined if it is damaged, too long, or has hidden characters. */
export async function decodeShared(text: string): Promise<SharedCode | undefined> {
  if (!/^[\w-]+$/.test(text) || text.length > maxLink) return undefined
  try {
    const packed = new Blob([fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))]).stream()
    const bytes = await readAtMost(maxCode, packed.pipeThrough(new DecompressionStream('deflate-raw')))
    const unpacked = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const [, index, code] = /^(\d{1,3})\n([^]*)$/.exec(unpacked) ?? []
    if (index === undefined || code === undefined || hidden.test(code)) return undefined
    return { index: Number(index), code }
  } catch {
    return undefined
  }
}

/** Reads a stream. @throws RangeError if it has more bytes */
async function readAtMost(
  limit: number, stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) throw new RangeError(`more than ${limit} bytes`)
    chunks.push(chunk)
  }
  return new Blob(chunks).arrayBuffer()
}
