import type { Operation } from './operation.ts'

/** All operations of a folder of pages: what the sandbox answers, and what OpenAPI and types are made from. */
export interface Catalog {
  operations: Operation[]
}
