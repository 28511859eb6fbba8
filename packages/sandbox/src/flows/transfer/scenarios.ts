import type { Scenario } from '../../scenarios/scenarios.ts'

/** The money does not reach the user. */
export const transferFail: Scenario = { name: 'TRANSFER_FAIL', title: '转账失败' }
