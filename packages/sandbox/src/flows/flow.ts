import type { Method } from '@wxpay-live/compiler/model'
import type { Responder } from '../engine/call.ts'

/** Answers some operations, named by verb and path template, in its own way; it may fall back to `respond`. */
export type Flow = Record<`${Method} /${string}`, Responder>
