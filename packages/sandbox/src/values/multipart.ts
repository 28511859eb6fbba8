import { MultipartParseError, type MultipartPart, parseMultipart } from '@remix-run/multipart-parser'

// The signature covers a byte order mark.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The parts of an upload. */
export interface Multipart {
  meta: string
  file?: UploadedFile
}

/** The file of a multipart body. */
export interface UploadedFile {
  /** Name of its part. */
  part: string
  /** Media type; empty if the part does not name it. */
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/**
 * Reads the `meta` part and the file of a multipart body; `undefined` if it is malformed.
 * `Response.formData()` does not do: it ends a part at the boundary's characters inside a file, but only a line that
 * starts with two hyphens and the boundary ends one (RFC 2046, section 5.1.1).
 */
export function readMultipart(bytes: Uint8Array, type: string): Multipart | undefined {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type)?.slice(1).find(Boolean)
  const parts = boundary === undefined ? undefined : partsOf(bytes, boundary)
  if (!parts?.every(({ name }) => name !== undefined)) return undefined
  const meta = parts.find(({ name }) => name === 'meta')
  const file = parts.find(({ name, isFile }) => isFile && name !== 'meta')
  return {
    meta: meta ? utf8.decode(meta.bytes) : '',
    ...file && { file: { part: file.name ?? '', type: file.mediaType ?? '', bytes: new Uint8Array(file.bytes) } },
  }
}

function partsOf(bytes: Uint8Array, boundary: string): MultipartPart[] | undefined {
  try {
    // The server limits the size of a body.
    return [...parseMultipart(bytes, { boundary, maxFileSize: Infinity, maxTotalSize: Infinity })]
  } catch (error) {
    if (error instanceof MultipartParseError) return undefined
    throw error
  }
}
