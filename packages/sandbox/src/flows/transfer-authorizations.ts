import { can } from '../state/kind.ts'
import type { Action, Flow } from './flow.ts'
import { unknown } from './params.ts'
import { create, find, show } from './steps.ts'
import { asked, authorization, confirm, settle } from './transfer-authorization.ts'

const close: Action = async (params, world) => {
  const data = await find(authorization, params, world)
  if (!data) return unknown(world, authorization)
  if (data.state === 'CLOSED') return data
  return settle(data, 'close', { close_info: { close_time: world.time, close_reason: 'CLOSE_VIA_MCH_API' } }, world)
}

const prefix = '/v3/fund-app/mch-transfer'
const one = `${prefix}/user-confirm-authorization/out-authorization-no/{out_authorization_no}`
const partner = `${prefix}/partner/user-confirm-authorizations`

/** A user's leave for transfers without confirming: apply, query, close; the user agrees. */
export const transferAuthorizations: Flow = {
  actions: {
    [`POST ${prefix}/user-confirm-authorization`]: create(authorization, asked),
    [`GET ${one}`]: show(authorization),
    [`POST ${one}/close`]: close,
    [`POST ${partner}`]: create(authorization, asked),
    [`GET ${partner}/{out_authorization_no}`]: show(authorization),
    [`POST ${partner}/{out_authorization_no}/close`]: close,
  },
  user: { kind: authorization, waits: data => can(authorization, data, 'confirm'), act: confirm },
}
