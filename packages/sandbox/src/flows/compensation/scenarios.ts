import type { Scenario } from '../../scenarios/scenarios.ts'

/** The money does not reach the receiver, though the account that pays holds it. */
export const compensationClosed: Scenario = { name: 'COMPENSATION_CLOSED', title: '赔付关闭' }
