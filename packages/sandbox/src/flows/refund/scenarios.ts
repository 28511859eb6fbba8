import type { Scenario } from '../../scenarios/scenarios.ts'

/** The refund cannot reach the user. */
export const refundAbnormal: Scenario = { name: 'REFUND_ABNORMAL', title: '退款异常' }

/** The refund is closed. */
export const refundClosed: Scenario = { name: 'REFUND_CLOSED', title: '退款关闭' }
