import type { Operation } from '@wxpay-live/compiler/model'
import { anyVariable, segmentsOf } from './segments.ts'

/** A part of the catalog: the operations whose paths begin with its segments. */
export interface Part {
  segments: string[]
  operations: Operation[]
}

/** As JSON. What a page loads for the first run of a product has to stay within its budget. */
const limit = 96 * 1024

/**
 * Splits operations by the segments of their paths until each part is small, or a path could belong to two: where some
 * operations have a variable and others have none.
 */
export function* splitCatalog(operations: Operation[], segments: string[] = []): Iterable<Part> {
  const depth = segments.length
  const isSmall = JSON.stringify(operations).length <= limit
  const parts = Map.groupBy(operations, ({ path }) => segmentsOf(path)[depth])
  const literals = [...parts.keys()].filter(segment => segment && segment !== anyVariable)
  const isAmbiguous = parts.has(anyVariable) && literals.length > 0
  if (depth && (isSmall || isAmbiguous)) return yield { segments, operations }
  for (const [segment, below] of parts) {
    if (segment === undefined) yield { segments, operations: below }
    else yield* splitCatalog(below, [...segments, segment])
  }
}
