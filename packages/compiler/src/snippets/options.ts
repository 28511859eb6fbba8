import type { Operation } from '../model/index.ts'
import type { Templates } from './literal.ts'
import type { SealedRequest } from './sensitive.ts'

/** The argument of a client call: path variables, then `query`, `headers` and `json` if present. */
export function optionsOf({ path, query, headers, json }: SealedRequest): Templates {
  return {
    ...path,
    ...(query !== undefined && { query }),
    ...(headers && { headers }),
    ...(json !== undefined && { json }),
  }
}

/** The part of a response that an example prints. */
export function printedPartOf({ response, returns }: Operation): 'json' | 'bytes' | 'status' {
  if (returns === 'binary') return 'bytes'
  return response.length ? 'json' : 'status'
}
