import type { Scenario } from '../../scenarios/scenarios.ts'

/** The platform rejects an application. */
export const auditRejected: Scenario = { name: 'AUDIT_REJECTED', title: '申请单被驳回' }

/** The platform freezes an application because of a risk. */
export const auditFrozen: Scenario = { name: 'AUDIT_FROZEN', title: '申请单被冻结' }
