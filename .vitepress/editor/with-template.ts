import type { Operation } from '@wxpay-live/compiler/model'
import type { RequestCall } from './request-calls.ts'

/** The operation with the very path of a call: two can have the same address and differ in the name of a variable only. */
export const withTemplate = (operations: Operation[], { method, path }: Pick<RequestCall, 'method' | 'path'>) =>
  operations.find(operation => operation.method === method && operation.path === path)
