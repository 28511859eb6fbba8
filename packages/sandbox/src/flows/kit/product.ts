import type { Scenario } from '../../scenarios/scenarios.ts'
import type { Flow } from './flow.ts'

/** A product of WeChat Pay, as in `docs/product`. Its flows load at its first request. */
export interface Product {
  /** Prefixes of the paths of its operations. If two products match, the longer prefix wins. */
  prefixes: readonly `/v3/${string}`[]
  /** Products whose records it changes; they load with it. */
  uses?: readonly Product[]
  /** Its own scenarios, in addition to the common ones. */
  scenarios?: readonly Scenario[]
  /** Imports its modules of operations; each exports its flow under this name. */
  load: () => Promise<readonly { flow: Flow }[]>
}
