import { MultipartParseError, type MultipartPart, parseMultipart } from '@remix-run/multipart-parser'

// The signature covers a byte order mark.
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The parts of an upload. */
export interface Multipart {
  meta: string
  file?: UploadedFile
  /** Set if the media type does not name the boundary, which is then the first line's. */
  isUnnamed?: true
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
 * wechatpayv3 2.0.4 sends `multipart/form-data` alone (`core.py`, `request`), and merchants upload with it.
 */
export function readMultipart(bytes: Uint8Array, type: string): Multipart | undefined {
  const named = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type)?.slice(1).find(Boolean)
  const boundary = named ?? firstLine(bytes)
  const parts = boundary === undefined ? undefined : partsOf(bytes, boundary)
  if (!parts?.every(({ name }) => name !== undefined)) return undefined
  const meta = parts.find(({ name }) => name === 'meta')
  const file = parts.find(({ name, isFile }) => isFile && name !== 'meta')
  return {
    meta: meta ? utf8.decode(meta.bytes) : '',
    ...named === undefined && { isUnnamed: true },
    ...file && { file: { part: file.name ?? '', type: file.mediaType ?? '', bytes: new Uint8Array(file.bytes) } },
  }
}

/** Returns the boundary in the first line of a body, which has at most 70 characters (RFC 2046, section 5.1.1). */
function firstLine(bytes: Uint8Array): string | undefined {
  return /^--([^\r\n]{1,70})\r\n/.exec(utf8.decode(bytes.subarray(0, 100)))?.[1]
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
