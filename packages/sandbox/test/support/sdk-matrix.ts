import json from '../../examples/sdks/matrix.json' with { type: 'json' }

/**
 * What a program does by one way in: the steps that fail, each with the reason; the reason why none is possible; or
 * `null` if nobody tried.
 */
export type Outcome = Record<string, string> | string | null

/** An SDK, the folder of its program, and what the program does by its own setting and behind the proxy. */
export interface Sdk {
  name: string
  folder?: string
  version: string
  own: Outcome
  intercepted: Outcome
}

/** The ways in: the SDK's own setting, and `wxpay-sandbox run`. */
export const ways = ['own', 'intercepted'] as const

export const { steps } = json
export const sdks: Sdk[] = json.sdks

/** Returns the steps that a program prints. */
export function passed(outcome: Outcome): string[] {
  return typeof outcome === 'object' && outcome ? steps.filter(step => !(step in outcome)) : []
}
