import type { SendAsync, SendSync } from '../options.ts'

/** Exists as a type only: the type of its members depends on the compiler options of the program that uses it. */
export declare const indexed: Record<string, string>

/**
 * A chain has every property, but `noUncheckedIndexedAccess` adds `undefined` to the type of an index signature. Only
 * the type that `JSON.parse` returns absorbs it.
 */
type Step = undefined extends typeof indexed.step ? ReturnType<typeof JSON.parse> : Wxpay

/** A path that is being built: every property is its next step; the verbs and `chain` can be called. */
export type Wxpay = { [step: string]: Step } & {
  /** Takes a whole path in one step: `chain('v3/payscore/smartretail-orders/{out_order_no}/cancel')`. */
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
