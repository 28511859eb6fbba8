import { isObject, parseJson } from '../json.ts'
import type { Field, Operation } from '../model/index.ts'
import type { Template, Templates } from './literal.ts'

/** Sample content of a file and its SHA-256, which must match: the sandbox refuses an upload with a wrong digest. */
export const fileText = '…'
export const fileSha256 = 'b4935894c8ce16bde67bbffc672428b1533c4f1e1e8b1ce21a2933183db6bfa5'

/** The file of a multipart body, and the `meta` JSON that is signed in place of the body. */
export interface Upload {
  /** The name of the file's part. */
  part: string
  file: string
  meta: Templates
  /** The fields of `meta`. */
  fields: Field[]
}

/** The upload of an operation; undefined if its body is not multipart. */
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

/** The field of `meta` with the SHA-256 of the file; undefined if `meta` names another algorithm or has no digest. */
export function digestOf(meta: Templates): string | undefined {
  const names = Object.keys(meta)
  if (names.some(name => /^digest_al/.test(name))) return undefined
  return names.find(name => /^(?:sha256|(?:file_)?digest)$/.test(name))
}

/** Sets the digest in `meta`, if it has a field for it. */
export function withDigest(meta: Templates, sha256: Template): Templates {
  const name = digestOf(meta)
  return name ? { ...meta, [name]: sha256 } : meta
}
