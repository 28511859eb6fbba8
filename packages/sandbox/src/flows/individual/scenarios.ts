import type { Scenario } from '../../scenarios/scenarios.ts'

/** The payee takes the authorization back after giving it. */
export const authorizationWithdrawn: Scenario = { name: 'AUTHORIZATION_WITHDRAWN', title: '个人收款方授权之后又取消' }

/** A settlement cannot reach the payee, whose account is above its limit. */
export const settlementAbnormal: Scenario = { name: 'SETTLEMENT_ABNORMAL', title: '个人收款结算异常：超过卖家的限额' }

/** A settlement reaches the payee, but the fee cannot be deducted. */
export const settlementFeeFailed: Scenario = { name: 'SETTLEMENT_FEE_FAILED', title: '个人收款结算扣费失败' }
