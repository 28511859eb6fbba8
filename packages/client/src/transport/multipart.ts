import { ArgumentError } from '../errors/argument-error.ts'
import type { Upload } from '../options.ts'
import { stringifyJson } from './json.ts'
import type { Multipart } from './upload.ts'

/**
 * Writes a multipart body (RFC 7578) whose `meta` is the signed text. Files are referred to, not read.
 *
 * @throws ArgumentError naming a part that cannot be sent
 */
export function buildMultipart(form: FormData | Upload, boundary: string): Multipart {
  const parts: [string, unknown][] = form instanceof FormData ? [...form] : Object.entries(form)
  const [meta, another] = parts.filter(([name]) => name === 'meta')
  if (!meta || another) throw new ArgumentError('body.meta', 'expected one part of this name, the JSON that is signed')
  const body = typeof meta[1] === 'string' ? meta[1] : stringifyJson('body.meta', meta[1])
  if (!body.isWellFormed()) throw new ArgumentError('body.meta', 'is not well-formed Unicode')
  const chunks = parts.flatMap(([name, value]): BlobPart[] => {
    const [content, ...head] = name === 'meta' ? [body, '', 'application/json'] : file(name, value, body)
    return [`--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"${head.join('\r\nContent-Type: ')}\r\n\r\n`, content, '\r\n']
  })
  const type = `multipart/form-data; boundary=${boundary}`
  return { body, upload: new Blob([...chunks, `--${boundary}--\r\n`], { type }) }
}

/** The content of a file, the rest of its `Content-Disposition`, and its `Content-Type`. */
function file(part: string, value: unknown, meta: string): [content: BlobPart, ...head: string[]] {
  if (typeof value === 'string') return [value, '']
  const isBytes = value instanceof ArrayBuffer || ArrayBuffer.isView(value)
  if (!isBytes && !(value instanceof Blob)) {
    throw new ArgumentError(`body.${part}`, 'expected a Blob or bytes; use postAsync for a stream')
  }
  const name = value instanceof File ? value.name : /"file_?name":\s*"([^"\\]+)"/.exec(meta)?.[1] ?? part
  const [, image] = /\.(png|gif|bmp|jpe?g)$/i.exec(name) ?? []
  const guessed = image ? `image/${image.toLowerCase().replace('jpg', 'jpeg')}` : 'application/octet-stream'
  return [value as BlobPart, `; filename="${escape(name)}"`, (value instanceof Blob && value.type) || guessed]
}

const escape = (text: string) => text.replace(/["\r\n]/g, encodeURIComponent)
