import type { Scenario } from '../../scenarios/scenarios.ts'

/** The bank does not pay. */
export const withdrawFail: Scenario = { name: 'WITHDRAW_FAIL', title: '提现失败' }

/** WeChat Pay closes the withdrawal before it asks the bank. */
export const withdrawClosed: Scenario = { name: 'WITHDRAW_CLOSED', title: '提现关单' }

/** The bank pays, then returns the money. */
export const withdrawReturned: Scenario = { name: 'WITHDRAW_RETURNED', title: '提现成功后银行退票' }
