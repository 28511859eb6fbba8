import type { Operation } from '@wxpay-live/compiler/model'
import { routeBy } from '@wxpay-live/sandbox/check'
import { loadList, loadPart, type ListedOperation } from '../catalog/load-part.ts'
import type { RequestCall } from './request-calls.ts'

const route = routeBy(loadPart)

/** Loads the list of all operations; an empty one if it cannot be loaded. */
export const listOperations = (): Promise<ListedOperation[]> => loadList().catch(() => [])

/** Loads the operation that a call is for; undefined if the pages have none, or it cannot be loaded. */
export async function operationOf({ method, path }: Pick<RequestCall, 'method' | 'path'>): Promise<Operation | undefined> {
  try {
    return (await route(method, path)).operation
  } catch {
    return undefined
  }
}
