import type { Identity } from '../identity/identity.ts'
import type { Keys } from '../identity/keys.ts'
import type { Reply } from '../replies/reply.ts'
import type { Scenario } from '../scenarios/scenarios.ts'
import type { State } from '../state/state.ts'
import type { Call } from './call.ts'

/** The keys and functions that verify, sign and encrypt for the platform. */
export interface Signer {
  identity: Identity
  keys: Keys
  /** Whether requests are verified and responses signed. */
  signatures: boolean
  /** Returns milliseconds since the epoch, by the real clock. */
  now: () => number
  /** Returns random letters and digits. */
  random: (length: number) => string
}

/** The sandbox of a request, and its scenario. */
export interface Context extends Signer {
  state: State
  /** Whether an unknown business key is an error. */
  strict: boolean
  /** The scenario of this request, if any. */
  scenario?: Scenario | undefined
}

/** Replies to a call; throws a `Refusal` for an error of the API. */
export type Responder = (call: Call, context: Context) => Reply | Promise<Reply>
