import type { Scenario } from '../../scenarios/scenarios.ts'

/** The money does not reach the receiver, though the account that pays holds it. */
export const compensationClosed: Scenario = { name: 'COMPENSATION_CLOSED', title: '赔付关闭' }

/** An insurer is not opened at once. */
export const insurerPending: Scenario = { name: 'INSURER_PENDING', title: '保险理赔没有马上开通' }
