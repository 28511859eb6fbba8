import type { Operation } from '@wxpay-live/compiler/model'
import { routeBy } from '@wxpay-live/sandbox/check'
import { loadPart } from 'virtual:catalog'
import type { RequestCall } from './request-calls.ts'

const route = routeBy(loadPart)

/** Loads the operations whose paths begin alike; none if they cannot be loaded. */
export async function operationsNear(path: string): Promise<Operation[]> {
  try {
    return (await loadPart(path)).operations
  } catch {
    return []
  }
}

/** Loads the operation that a call is for; undefined if the pages have none, or it cannot be loaded. */
export async function operationOf({ method, path }: Pick<RequestCall, 'method' | 'path'>): Promise<Operation | undefined> {
  try {
    return (await route(method, path)).operation
  } catch {
    return undefined
  }
}
