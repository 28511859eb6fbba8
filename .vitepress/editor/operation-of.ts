import { nearestName } from '@wxpay-live/client/names'
import type { Operation } from '@wxpay-live/compiler/model'
import { routeBy } from '@wxpay-live/sandbox/check'
import { loadList, loadPart, type ListedOperation } from '../catalog/load-part.ts'
import type { RequestCall } from './request-calls.ts'

const route = routeBy(loadPart)

/** Loads the list of all operations; an empty one if it cannot be loaded. */
export const listOperations = (): Promise<ListedOperation[]> => loadList().catch(() => [])

/** Loads the operations that may be meant by a path: comparing it with all paths would take long. */
export async function operationsNear(path: string): Promise<ListedOperation[]> {
  const operations = await listOperations()
  const beginnings = new Set(operations.map(operation => beginningOf(operation.path)))
  const nearest = nearestName(beginningOf(path), [...beginnings])
  return operations.filter(operation => beginningOf(operation.path) === nearest)
}

/** The first two segments of a path, such as `/v3/pay`. */
const beginningOf = (path: string) => path.split('/').slice(0, 3).join('/')

/** Loads the operation that a call is for; undefined if the pages have none, or it cannot be loaded. */
export async function operationOf({ method, path }: Pick<RequestCall, 'method' | 'path'>): Promise<Operation | undefined> {
  try {
    return (await route(method, path)).operation
  } catch {
    return undefined
  }
}
