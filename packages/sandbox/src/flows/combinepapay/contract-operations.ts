import { refusal } from '../../replies/error-codes.ts'
import type { Scenario } from '../../scenarios/scenarios.ts'
import type { World } from '../../state/world.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow, OtherSide } from '../kit/flow.ts'
import { omit } from '../kit/params.ts'
import {
  type Contract, contract, inventedContract, isSigned, sessionLife, sign, terminate, unsigned, type Wanted,
} from './contract.ts'
import { contractTerminated } from './scenarios.ts'

/** A repeated request gets the same session until it ends, then a new one. */
const prepare = async (params: Wanted, world: World, scenario?: Scenario) => {
  const { data } = await world.create(contract, params, (): Contract => ({
    ...unsigned(params, world), terminates: scenario === contractTerminated,
  }))
  if (isSigned(data)) throw refusal(contract.used)
  const session_end = data.session_end > world.now ? data.session_end : world.now + sessionLife
  await world.save(contract, { ...data, session_end })
  return { pre_entrustweb_id: world.number('', 29, `${params.out_contract_code} ${session_end}`) }
}

type Keys = Pick<Contract, 'plan_id' | 'out_contract_code'>

const findSigned = async (params: Keys, world: World) => {
  const data = await find(contract, params, world)
  return data && isSigned(data)
    ? data
    : unknown(world, contract, yesterday => inventedContract(params, yesterday))
}

const path = '/v3/ecommerce/combine-papay/contracts'
const byCode = `${path}/plan-id/{plan_id}/out-contract-code/{out_contract_code}`

const query: Action<`GET ${typeof byCode}`> = async (params, world) => {
  const data = await findSigned(params, world)
  if (!data) return undefined
  const { contract_state } = data
  const shown = omit(data, 'notify_url', 'return_app', 'attach', 'session_end', 'terminates')
  return { ...shown, contract_state: contract_state === 'SIGNED' ? contract_state : 'TERMINATED' }
}

const stop: Action<`POST ${typeof byCode}/terminate`> = async (params, world) => {
  const data = await find(contract, params, world)
  const { contract_termination_remark: remark, ...keys } = params
  if (data && isSigned(data)) await terminate(data, 'MCH_API_TERMINATE', remark, world)
  else unknown(world, contract)
  return keys
}

/** The user signs within two hours; in the scenario the user terminates the contract later. */
const user: OtherSide<Contract> = {
  record: contract,
  next(data, { now }) {
    if (data.contract_state === 'UNSIGNED') return data.session_end > now ? 'sign' : undefined
    return data.contract_state === 'SIGNED' && data.terminates ? 'confirm' : undefined
  },
  act: (data, world) =>
    isSigned(data) ? terminate(data, 'USER_TERMINATE', '用户解约', world) : sign(data, world),
}

/** Contracts of deductions: prepare, query, terminate. The user signs. */
export const flow: Flow = {
  actions: {
    [`POST ${path}/pre-entrust-sign`]: prepare,
    [`POST ${path}/pre-entrust-sign/mini-program`]: prepare,
    [`GET ${byCode}`]: query,
    [`POST ${byCode}/terminate`]: stop,
  },
  otherSide: user,
}
