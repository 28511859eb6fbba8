import type { Operation } from '@wxpay-live/compiler/model'
import { refusal } from '../replies/error-codes.ts'
import { Refusal } from '../replies/refusal.ts'
import type { Scenario } from './scenarios.ts'

/** Returns the refusal of a scenario, if any: with the status of the operation's own table if that lists the code. */
export function refusalOf(scenario: Scenario | undefined, { errors = [] }: Operation): Refusal | undefined {
  const documented = errors.find(({ code }) => code === scenario?.name)
  if (!documented) return scenario?.refusal && refusal(scenario.refusal)
  const { status, code, meaning } = documented
  return new Refusal(status, { code, message: scenario?.refusal?.[1] ?? meaning })
}
