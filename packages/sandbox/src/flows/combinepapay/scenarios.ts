import type { Scenario } from '../../scenarios/scenarios.ts'

/** The user terminates the contract after signing it. */
export const contractTerminated: Scenario = { name: 'CONTRACT_TERMINATED', title: '用户签约之后又解约' }
