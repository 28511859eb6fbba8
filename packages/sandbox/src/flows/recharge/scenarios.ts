import type { Scenario } from '../../scenarios/scenarios.ts'

/** The first payment of a recharge cannot be booked and goes back to the payer. */
export const rechargeReturned: Scenario = { name: 'RECHARGE_RETURNED', title: '充值资金退回' }
