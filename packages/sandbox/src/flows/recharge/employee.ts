import type { Machine } from '../../state/machine.ts'

/** An employee of a sub-merchant who may pay recharges by scanning a code. */
export type Employee = {
  sub_mchid: string
  sp_openid: string
  state: 'EFFECTIVE' | 'DELETED'
  create_time: string
  update_time: string
}

/** An employee and its states. */
export const employee: Machine<'delete', Employee> = {
  name: 'recharge-employee',
  label: '可扫码充值员工',
  key: ['sub_mchid', 'sp_openid'],
  state: 'state',
  transitions: { delete: { from: ['EFFECTIVE', 'DELETED'], to: 'DELETED' } },
  missing: ['RESOURCE_NOT_EXISTS', '员工不存在'],
  used: ['INVALID_REQUEST', '员工已存在'],
}
