import type { Example, JsonValue, Operation } from '../model/index.ts'
import type { Template } from './literal.ts'

/** The one argument of a request: path variables, then the groups; undefined where nothing is to be said. */
export function optionsOf({ path, ...groups }: Example): Record<string, JsonValue> | undefined {
  const options: Record<string, JsonValue> = { ...path }
  for (const name of ['query', 'headers', 'json'] as const) {
    const value = groups[name]
    if (value !== undefined) options[name] = value
  }
  return Object.keys(options).length ? options : undefined
}

/** What is printed of a response. */
export function shownOf({ response, returns }: Operation): 'json' | 'bytes' | 'status' {
  if (returns === 'binary') return 'bytes'
  return response.length ? 'json' : 'status'
}

/** What stands for the bytes of a file, and its SHA-256: an upload whose digest is another's is refused. */
export const fileText = '…'
export const fileSha256 = 'b4935894c8ce16bde67bbffc672428b1533c4f1e1e8b1ce21a2933183db6bfa5'

/** The file of a multipart body, its other parts, and the JSON that stands for it in the signature. */
export interface Upload {
  part: string
  file: string
  meta: JsonValue
}

/** The upload of an operation; undefined where its body is not multipart. */
export function uploadOf({ example, request, accepts }: Operation): Upload | undefined {
  if (accepts !== 'multipart') return undefined
  const parts = example.body ?? {}
  const part = request.body?.children?.find(({ type }) => type === 'object')?.name ?? 'file'
  return { part, file: String(parts[part] ?? 'image.png'), meta: parse(parts.meta ?? '') }
}

/** The `meta` of an upload, with the digest of its file where it has one. */
export function withDigest(meta: JsonValue, sha256: Template): Template {
  const members = typeof meta === 'object' && !Array.isArray(meta) ? meta : {}
  return members && Object.hasOwn(members, 'sha256') ? { ...members, sha256 } : meta
}

function parse(text: JsonValue): JsonValue {
  try {
    return JSON.parse(String(text)) as JsonValue
  } catch {
    return {}
  }
}
