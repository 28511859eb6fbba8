/**
 * What a phone is asked to do: pay in a page or mini program, pay in an app, show or confirm a pay-score order, allow
 * orders without confirmation, receive a transfer, take coupons in a mini program or in a page, allow parking fees.
 */
export type PhoneAction
  = 'jsapi' | 'app' | 'score' | 'authorization' | 'transfer' | 'coupon' | 'coupon-page' | 'parking'

/** Texts and numbers by their names. */
export type Members = Record<string, string | number>

/** Parameters that are given to a phone, as someone pasted them. */
export interface PhoneCall {
  action: PhoneAction
  /** The function that is called, such as `requestPayment`; `undefined` if only the parameters were pasted. */
  function?: string | undefined
  /** The parameters, without those of the call itself; those of coupons have the coupon's position behind their names. */
  members: Members
  /** The query that the parameters are part of, as it is written, with the fragment of its URL. */
  query?: string | undefined
  /** The coupons of a mini program, each with its own members. */
  coupons?: Members[] | undefined
  /** The page that is opened, such as `wxpayScoreUse`. */
  businessType?: string | undefined
}

/** Returns the first of some members, as text. */
export function textOf({ members }: Pick<PhoneCall, 'members'>, ...names: string[]): string | undefined {
  const name = names.find(name => members[name] !== undefined)
  return name === undefined ? undefined : String(members[name])
}
