/** What a phone is asked to do: pay in a page or mini program, pay in an app, use a pay-score service, receive a transfer. */
export type PhoneAction = 'jsapi' | 'app' | 'score' | 'transfer'

/** Parameters that are given to a phone, as someone pasted them. */
export interface PhoneCall {
  action: PhoneAction
  /** The function that is called, such as `requestPayment`; `undefined` if only the parameters were pasted. */
  function?: string | undefined
  /** Texts and numbers by their names, without those of the call itself. */
  members: Record<string, string | number>
  /** The query that the parameters are part of, as it is written. */
  query?: string | undefined
}

/** Returns the first of some members, as text. */
export function textOf({ members }: Pick<PhoneCall, 'members'>, ...names: string[]): string | undefined {
  const name = names.find(name => members[name] !== undefined)
  return name === undefined ? undefined : String(members[name])
}
