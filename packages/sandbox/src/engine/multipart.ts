import type { Upload } from './call.ts'

/** A part of a multipart body. */
interface Part {
  name: string
  /** Whether it is a file: it has a `filename`. */
  isFile: boolean
  /** Media type; empty if the part does not name it. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Reads the `meta` part and the file of a multipart body; `undefined` if it is malformed.
 * `Response.formData()` does not do: it ends a part at the boundary's characters inside a file, but only a line that
 * starts with two hyphens and the boundary ends one (RFC 2046, section 5.1.1).
 */
export function readMultipart(bytes: Uint8Array, type: string): { meta: string, file?: Upload['file'] } | undefined {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type)?.slice(1).find(Boolean)
  const parts = boundary === undefined ? undefined : partsOf(bytes, boundary)
  if (!parts) return undefined
  const meta = parts.find(({ name }) => name === 'meta')
  const file = parts.find(({ name, isFile }) => isFile && name !== 'meta')
  return {
    meta: meta ? utf8.decode(meta.bytes) : '',
    ...file && { file: { part: file.name, type: file.type, bytes: file.bytes } },
  }
}

// The signature covers a byte order mark.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

function partsOf(bytes: Uint8Array, boundary: string): Part[] | undefined {
  const [, ...sections] = `\r\n${asBinary(bytes)}`.split(`\r\n--${asBinary(new TextEncoder().encode(boundary))}`)
  const end = sections.findIndex(section => section.startsWith('--'))
  if (end === -1) return undefined
  const parts = sections.slice(0, end).map(partOf)
  return parts.every(part => part !== undefined) ? parts : undefined
}

function partOf(section: string): Part | undefined {
  const [, head, body] = /^[ \t]*\r\n(.*?)\r\n\r\n(.*)$/s.exec(section) ?? []
  if (head === undefined || body === undefined) return undefined
  const header = (name: string) => new RegExp(`^${name}:[ \t]*(.*?)[ \t]*$`, 'im').exec(head)?.[1] ?? ''
  const disposition = header('Content-Disposition')
  const name = /[;\s]name="?([^";]*)/i.exec(disposition)?.[1]
  if (name === undefined) return undefined
  return { name, isFile: /[;\s]filename\*?=/i.test(disposition), type: header('Content-Type'), bytes: asBytes(body) }
}

/** Returns a text with a character for each byte, so that it can be searched. */
function asBinary(bytes: Uint8Array): string {
  const chunks: string[] = []
  const size = 8192
  for (let at = 0; at < bytes.length; at += size) {
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + size)))
  }
  return chunks.join('')
}

const asBytes = (binary: string) => Uint8Array.from(binary, character => character.charCodeAt(0))
