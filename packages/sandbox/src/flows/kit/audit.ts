import type { Scenario } from '../../scenarios/scenarios.ts'

/** The platform rejects an application. */
export const auditRejected: Scenario = { name: 'AUDIT_REJECTED', title: '申请单被驳回' }
