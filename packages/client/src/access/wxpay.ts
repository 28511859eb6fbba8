import type { SendAsync, SendSync } from '../options.ts'

/** Only exists as a type: what TypeScript says of its members depends on the compiler options of the reader. */
export declare const indexed: Record<string, string>

/**
 * A chain has every property. Under `noUncheckedIndexedAccess` TypeScript nevertheless adds `undefined` to what an
 * index signature answers, and only the type that `JSON.parse` answers absorbs it.
 */
type Step = undefined extends typeof indexed.step ? ReturnType<typeof JSON.parse> : Wxpay

/** A node of a chain: a path so far. Every property is the next step; the verbs and `chain` can be called. */
export type Wxpay = { [step: string]: Step } & {
  /** Goes down a path at once: `chain('v3/payscore/smartretail-orders/{out_order_no}/cancel')`. */
  chain: ((path: string) => Wxpay) & Wxpay
  get: SendSync & Wxpay
  post: SendSync & Wxpay
  put: SendSync & Wxpay
  patch: SendSync & Wxpay
  delete: SendSync & Wxpay
  getAsync: SendAsync & Wxpay
  postAsync: SendAsync & Wxpay
  putAsync: SendAsync & Wxpay
  patchAsync: SendAsync & Wxpay
  deleteAsync: SendAsync & Wxpay
}
