import type { Scenario } from '../../scenarios/scenarios.ts'

/** The user has to enter a password when the merchant scans the payment code. */
export const userPaying: Scenario = { name: 'USERPAYING', title: '付款码支付须用户输入密码' }
