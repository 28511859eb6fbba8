import type { Scenario } from '../../scenarios/scenarios.ts'
import type { Flow } from './flow.ts'

/** A product of WeChat Pay, as in `docs/product`. Its flows load when they are first needed. */
export interface Product {
  /** What the paths of its operations start with; of two products, the longer match wins. */
  prefixes: readonly `/v3/${string}`[]
  /** Products whose records it changes; they load with it. */
  uses?: readonly Product[]
  /** What may go wrong with its operations, beside the scenarios of every operation. */
  scenarios?: readonly Scenario[]
  /** Imports its modules of operations; each exports its flow under this name. */
  load: () => Promise<readonly { flow: Flow }[]>
}
