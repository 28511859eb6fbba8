import type { Operation } from '../model/index.ts'
import type { Templates } from './literal.ts'
import type { SealedRequest } from './sensitive.ts'

/** The one argument of a request: path variables, then the groups. */
export function optionsOf({ path, query, headers, json }: SealedRequest): Templates {
  return {
    ...path,
    ...(query !== undefined && { query }),
    ...(headers && { headers }),
    ...(json !== undefined && { json }),
  }
}

/** What is printed of a response. */
export function shownOf({ response, returns }: Operation): 'json' | 'bytes' | 'status' {
  if (returns === 'binary') return 'bytes'
  return response.length ? 'json' : 'status'
}
