import { isObject, parseJson } from '../json.ts'
import type { Field, Operation } from '../model/index.ts'
import type { Template, Templates } from './literal.ts'

/** What stands for the bytes of a file, and its SHA-256: an upload whose digest is another's is refused. */
export const fileText = '…'
export const fileSha256 = 'b4935894c8ce16bde67bbffc672428b1533c4f1e1e8b1ce21a2933183db6bfa5'

/** The file of a multipart body, its other parts, and the JSON that stands for it in the signature. */
export interface Upload {
  /** The name of the file's part. */
  part: string
  file: string
  meta: Templates
  /** The fields of `meta`. */
  fields: Field[]
}

/** The upload of an operation; undefined where its body is not multipart. */
export function uploadOf({ example, request, accepts }: Operation): Upload | undefined {
  if (accepts !== 'multipart') return undefined
  const parts = example.body ?? {}
  const rows = request.body?.children ?? []
  const part = rows.find(({ type }) => type === 'object')?.name ?? 'file'
  const file = String(parts[part] ?? 'image.png')
  const meta = parseJson(String(parts.meta))
  return {
    part,
    file,
    meta: isObject(meta) ? meta : { filename: file, sha256: '' },
    fields: rows.flatMap(({ name, children = [] }) => name === 'meta' ? children : []),
  }
}

/** The member of a `meta` that holds the SHA-256 of its file; a digest of another kind names its algorithm. */
export function digestOf(meta: Templates): string | undefined {
  const names = Object.keys(meta)
  if (names.some(name => /^digest_al/.test(name))) return undefined
  return names.find(name => /^(?:sha256|(?:file_)?digest)$/.test(name))
}

/** The `meta` of an upload, with the digest of its file where it has one. */
export function withDigest(meta: Templates, sha256: Template): Templates {
  const name = digestOf(meta)
  return name ? { ...meta, [name]: sha256 } : meta
}
