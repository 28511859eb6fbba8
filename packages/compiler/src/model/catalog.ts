import type { Notification } from './notification.ts'
import type { Operation } from './operation.ts'

/** Everything a folder of pages describes: what the sandbox answers, and what OpenAPI and types are made from. */
export interface Catalog {
  operations: Operation[]
  notifications?: Notification[]
}
