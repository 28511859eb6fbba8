import { nearestName } from '@wxpay-live/client/names'
import type { Operation } from '@wxpay-live/compiler/model'
import { routeBy } from '@wxpay-live/sandbox/check'
import { loadPart, loadPartNames } from '../catalog/load-part.ts'
import { partOf } from '../catalog/part-of.ts'
import type { RequestCall } from './request-calls.ts'

const route = routeBy(loadPart)

/** Loads the operations whose paths begin alike, or nearly so; none if they cannot be loaded. */
export async function operationsNear(path: string): Promise<Operation[]> {
  try {
    const beginnings = (await loadPartNames()).map(name => `/v3/${name}/`)
    const nearest = nearestName(`/v3/${partOf(path)}/`, beginnings)
    return nearest ? (await loadPart(nearest)).operations : []
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
