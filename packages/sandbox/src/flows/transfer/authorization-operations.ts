import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { find, unknown } from '../kit/find.ts'
import type { Flow } from '../kit/flow.ts'
import { omit } from '../kit/params.ts'
import { awaits, show } from '../kit/steps.ts'
import * as authorizations from './authorization.ts'
import { type Authorization, authorization, closed, confirm, granted, packageOf, requested, type Wanted } from './authorization.ts'

type Keys = Pick<Wanted, 'out_authorization_no'>

/** A repeated request gets the same reply, even if the user has confirmed since. */
const request = async (params: Wanted, world: World) => {
  const { data } = await world.create(authorization, params, () => requested(params, world))
  const { out_authorization_no, create_time } = data
  return { out_authorization_no, state: 'WAIT_USER_CONFIRM' as const, create_time, package_info: packageOf(data) }
}

const close = async (params: Keys, world: World) => {
  const data = await find(authorization, params, world)
  if (!data) {
    return unknown(world, authorization, yesterday =>
      ({ ...invent(params, yesterday), state: 'CLOSED' as const, close_info: closed(yesterday) }))
  }
  const done = data.state === 'CLOSED' ? data : await authorizations.close(data, world)
  return { ...done, state: 'CLOSED' as const }
}

/** Returns an invented authorization in effect. */
function invent({ out_authorization_no }: Keys, world: World): Authorization {
  const openid = world.number('oUpF8', 28, out_authorization_no)
  const wanted = { out_authorization_no, appid: 'wxd678efh567hg6787', openid, user_display_name: '李四' }
  const data = move(authorization, requested(wanted, world), 'confirm')
  return { ...omit(data, 'package_info'), ...granted(wanted, world) }
}

const query = show(authorization, invent)

const direct = '/v3/fund-app/mch-transfer/user-confirm-authorization'
const partner = '/v3/fund-app/mch-transfer/partner/user-confirm-authorizations'

/** Authorizations of transfers without confirmation: apply, query, close. The user confirms. */
export const flow: Flow = {
  actions: {
    [`POST ${direct}`]: request,
    [`GET ${direct}/out-authorization-no/{out_authorization_no}`]: query,
    [`POST ${direct}/out-authorization-no/{out_authorization_no}/close`]: close,
    [`POST ${partner}`]: request,
    [`GET ${partner}/{out_authorization_no}`]: query,
    [`POST ${partner}/{out_authorization_no}/close`]: close,
  },
  otherSide: { record: authorization, next: awaits(authorization, 'confirm'), act: confirm },
}
