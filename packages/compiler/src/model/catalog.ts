import type { ErrorCode } from './error-code.ts'
import type { Notification } from './notification.ts'
import type { Operation } from './operation.ts'

/** The operations and notifications of a folder of pages: the input of the sandbox, OpenAPI and types. */
export interface Catalog {
  operations: Operation[]
  notifications?: Notification[]
  /** The error codes of every operation: those in tables of pages without operations. */
  errors?: ErrorCode[]
}
