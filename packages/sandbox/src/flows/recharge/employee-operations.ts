import { refusal } from '../../replies/error-codes.ts'
import type { World } from '../../state/world.ts'
import { businessKey } from '../../state/world.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { step } from '../kit/steps.ts'
import { type Employee, employee } from './employee.ts'

/** Maximum number of employees of a sub-merchant. */
const maxEmployees = 3

type Keys = Pick<Employee, 'sub_mchid' | 'sp_openid'>

const effective = (keys: Keys, { time }: World): Employee =>
  ({ ...keys, state: 'EFFECTIVE', create_time: time, update_time: time })

const employeesOf = async (owner: string, world: World) =>
  (await world.list(employee)).filter(({ sub_mchid, state }) => sub_mchid === owner && state === 'EFFECTIVE')

const path = '/v3/platsolution/ecommerce/recharge-employees'

const add: Action<`POST ${typeof path}`> = async (params, world) => {
  const known = await world.find(employee, businessKey(employee, params))
  if (known?.state === 'EFFECTIVE') return known
  if ((await employeesOf(params.sub_mchid, world)).length >= maxEmployees) {
    throw refusal(['INVALID_REQUEST', `一个二级商户最多 ${maxEmployees} 个可扫码充值员工`])
  }
  const added = effective(params, world)
  await world.save(employee, added)
  return added
}

const list: Action<`GET ${typeof path}/sub-mchid/{sub_mchid}`> = async ({ sub_mchid }, world) =>
  ({ employees: await employeesOf(sub_mchid, world) })

const remove = step(employee, 'delete', (data, _, world) => ({ ...data, update_time: world.time }), effective)

/** Employees of sub-merchants who may pay recharges: add, list, delete. */
export const flow: Flow = {
  records: [employee],
  actions: {
    [`POST ${path}`]: add,
    [`GET ${path}/sub-mchid/{sub_mchid}`]: list,
    [`POST ${path}/sub-mchid/{sub_mchid}/sp-openid/{sp_openid}/delete`]: remove,
  },
}
