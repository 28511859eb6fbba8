import type { Scenario } from '../../scenarios/scenarios.ts'
import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow, OtherSide } from '../kit/flow.ts'
import { pick } from '../kit/params.ts'
import { act, type Authorization, authorization, signed, type Wanted } from './authorization.ts'
import { authorizationWithdrawn } from './scenarios.ts'

/** Milliseconds for which the token of a verified identity is good; no source states how many. */
const tokenLife = 2 * 3_600_000

const prepare = async (params: Wanted, world: World, scenario?: Scenario) => {
  await world.create(authorization, params, (): Authorization => ({
    ...params, auth_state: 'WAITING', withdraws: scenario === authorizationWithdrawn,
  }))
  return { pre_entrustweb_id: world.number('', 29, `payee ${params.out_contract_code}`) }
}

/** Returns an invented authorization that the payee gave. */
const invent = (params: Partial<Wanted>, world: World) =>
  signed({ appid: '', out_contract_code: '', ...params, auth_state: 'WAITING' }, world)

/** Only an authorization with a verified identity has its result. */
function resultOf({ real_name, signed_time, out_contract_code }: Authorization, { number }: World) {
  if (real_name === undefined || signed_time === undefined) return {}
  const expires = beijingTime(Date.parse(signed_time) + tokenLife)
  const access_token = number('', 32, `token ${out_contract_code}`)
  return {
    real_name_auth_result: { scope: 'pay_realname' as const, access_token, access_token_expire_time: expires },
  }
}

const prefix = '/v3/ecommerce/individual-contracts'

const queryByCode: Action<`GET ${typeof prefix}/out-contract-code/{out_contract_code}`> = async (params, world) => {
  const data = await find(authorization, params, world)
    ?? unknown(world, authorization, yesterday => invent(params, yesterday))
  return data && {
    ...pick(data, 'individual_auth_id', 'individual_openid'),
    signed_time: data.signed_time ?? '',
    auth_state: stateOf(data),
    ...resultOf(data, world),
  }
}

/** Answers also for a payee without an authorization. */
const query: Action<`GET ${typeof prefix}/{openid}`> = async ({ openid, appid }, world) => {
  const found = await find(authorization, { individual_openid: openid, appid }, world)
  if (!found && world.strict) return { individual_auth_id: '', operation_time: '', auth_state: 'UNAUTHORIZED' }
  const data = found ?? unknown(world, authorization, yesterday => invent({ openid }, yesterday))
  return data && { individual_auth_id: '', operation_time: '', ...data, auth_state: stateOf(data) }
}

const stateOf = ({ auth_state }: Authorization) => auth_state === 'AUTHORIZED' ? auth_state : 'UNAUTHORIZED'

/** The payee authorizes; in the scenario the payee takes the authorization back later. */
const payee: OtherSide<Authorization> = {
  record: authorization,
  next({ auth_state, withdraws }) {
    if (auth_state === 'WAITING') return 'sign'
    return auth_state === 'AUTHORIZED' && withdraws ? 'confirm' : undefined
  },
  act,
}

const verified = `${prefix}/pre-entrust-sign-with-real-name-identity` as const

/** Authorizations of payees: prepare, query. The payee authorizes. */
export const flow: Flow = {
  actions: {
    [`POST ${prefix}/pre-entrust-sign/app`]: prepare,
    [`POST ${prefix}/pre-entrust-sign/mini-program`]: prepare,
    [`POST ${verified}/app`]: prepare,
    [`POST ${verified}/mini-program`]: prepare,
    [`GET ${prefix}/out-contract-code/{out_contract_code}`]: queryByCode,
    [`GET ${prefix}/{openid}`]: query,
  },
  otherSide: payee,
}
