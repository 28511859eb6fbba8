import { move } from '../../state/machine.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { awaits, create, type Make, show } from '../kit/steps.ts'
import { authorization, confirm, granted, requested, settle } from './authorization.ts'

const close: Action = async (params, world) => {
  const data = await find(authorization, params, world)
  if (!data) {
    return unknown(world, authorization, yesterday => ({
      ...invent(params, yesterday), state: 'CLOSED', close_info: { close_time: yesterday.time, close_reason: 'CLOSE_VIA_MCH_API' },
    }))
  }
  if (data.state === 'CLOSED') return data
  return settle(data, 'close', { close_info: { close_time: world.time, close_reason: 'CLOSE_VIA_MCH_API' } }, world)
}

/** Returns an invented authorization in effect. */
const invent: Make = (params, world) => ({
  ...move(authorization, requested(params, world), 'confirm'), ...granted(params, world), package_info: null,
})

const prefix = '/v3/fund-app/mch-transfer'
const one = `${prefix}/user-confirm-authorization/out-authorization-no/{out_authorization_no}`
const partner = `${prefix}/partner/user-confirm-authorizations`

/** Authorizations of transfers without confirmation: apply, query, close. The user confirms. */
export const flow: Flow = {
  actions: {
    [`POST ${prefix}/user-confirm-authorization`]: create(authorization, requested),
    [`GET ${one}`]: show(authorization, invent),
    [`POST ${one}/close`]: close,
    [`POST ${partner}`]: create(authorization, requested),
    [`GET ${partner}/{out_authorization_no}`]: show(authorization, invent),
    [`POST ${partner}/{out_authorization_no}/close`]: close,
  },
  otherSide: { record: authorization, next: awaits(authorization, 'confirm'), act: confirm },
}
