import type { Scenario } from '../../scenarios/scenarios.ts'

/** The payee takes the authorization back after giving it. */
export const authorizationWithdrawn: Scenario = { name: 'AUTHORIZATION_WITHDRAWN', title: '个人收款方授权之后又取消' }
