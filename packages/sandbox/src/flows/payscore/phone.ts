import { diagnosePhone } from '../../diagnose/phone/diagnose-phone.ts'
import { parameterMistakes } from '../../diagnose/phone/parameter-mistakes.ts'
import { phoneMistake } from '../../diagnose/phone/mistakes.ts'
import { type PhoneCall, textOf } from '../../diagnose/phone/phone-call.ts'
import { PhoneRefusal } from '../../diagnose/phone/phone-refusal.ts'
import type { Identity } from '../../identity/identity.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { type Order, order } from './order.ts'
import { permission, tokenLifetime, tokenOf } from './permission.ts'

/** A record that the phone shows. */
interface Shown {
  kind: string
  key: string
}

/**
 * Opens a page of pay score, on which the user confirms an order or sees one: the phone checks the parameters.
 *
 * @returns the order, and whether the user confirms it
 * @throws PhoneRefusal
 */
export async function openScore(
  params: JsonObject, call: PhoneCall, world: World, { mchid, secret, apiv2Key }: Identity,
): Promise<{ targets: Shown[], next?: 'confirm' }> {
  const diagnosis = await diagnosePhone(JSON.stringify(params), { apiv3Key: secret, apiv2Key })
  const [mistake] = diagnosis?.mistakes ?? []
  if (mistake) throw new PhoneRefusal(mistake)
  const pkg = textOf(call, 'package')
  const isDetail = pkg === undefined
  const found = (await world.list(order)).find(isDetail ? isNamed(call) : data => data.package === pkg)
  if (!found) throw isDetail ? orderUnknown : packageUnknown
  if ((textOf(call, 'mch_id') ?? mchid) !== mchid) throw otherMerchant
  return { targets: [{ kind: order.name, key: found.out_order_no }], ...!isDetail && { next: 'confirm' } }
}

const isNamed = (call: PhoneCall) => ({ out_order_no, service_id }: Order) =>
  out_order_no === textOf(call, 'out_order_no') && service_id === textOf(call, 'service_id')

/**
 * Opens the page on which the user allows orders without confirmation.
 *
 * @returns the permission to confirm
 * @throws PhoneRefusal
 */
export async function openAuthorization(call: PhoneCall, world: World): Promise<Shown> {
  const [mistake] = parameterMistakes(call, {})
  if (mistake) throw new PhoneRefusal(phoneMistake(mistake))
  const token = textOf(call, 'apply_permissions_token')
  const permissions = await world.list(permission)
  const found = permissions.find(({ authorization_code }) => tokenOf(authorization_code, world) === token)
  if (!found) throw tokenUnknown
  if (world.now > (found.applied ?? world.now) + tokenLifetime) throw tokenExpired
  return { kind: permission.name, key: found.authorization_code }
}

const packageUnknown = new PhoneRefusal({
  name: 'package-unknown', explain: 'package 不是创建支付分订单的应答里的原值：原样传入，放进 query 时才做 URL 编码。',
})

const orderUnknown = new PhoneRefusal({
  name: 'order-unknown', explain: '没有这个服务ID、商户服务订单号的支付分订单：service_id、out_order_no 须为创建时的。',
})

const otherMerchant = new PhoneRefusal({
  name: 'other-mchid', explain: 'mch_id 不是创建订单的商户号。',
})

const tokenUnknown = new PhoneRefusal({
  name: 'token-unknown', explain: 'apply_permissions_token 不是商户预授权的应答里的原值：原样传入，放进 query 时才做 URL 编码。',
})

const tokenExpired = new PhoneRefusal({
  name: 'token-expired', explain: 'apply_permissions_token 超过了一小时：换一个授权协议号，再申请一次预授权。',
})
