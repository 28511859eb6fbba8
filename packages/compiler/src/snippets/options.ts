import type { Example, JsonValue, Operation } from '../model/index.ts'

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

function parse(text: JsonValue): JsonValue {
  try {
    return JSON.parse(String(text)) as JsonValue
  } catch {
    return {}
  }
}
