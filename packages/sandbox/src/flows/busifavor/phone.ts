import { diagnosePhone } from '../../diagnose/phone/diagnose-phone.ts'
import type { Members, PhoneCall } from '../../diagnose/phone/phone-call.ts'
import { PhoneRefusal } from '../../diagnose/phone/phone-refusal.ts'
import type { Identity } from '../../identity/identity.ts'
import { Refusal } from '../../replies/refusal.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { coupon as cashCoupon } from '../favor/coupon.ts'
import { couponIdOf, send } from '../favor/coupon-operations.ts'
import { coupon, take } from './coupon-operations.ts'

/** A coupon that the user has. */
interface Taken {
  kind: string
  key: string
}

/**
 * The user takes coupons in a mini program or a page: the phone checks the parameters. A coupon whose `out_request_no` was
 * used before is not sent again (DUPREQUEST of the plugin). If one cannot be sent, none is.
 *
 * @throws PhoneRefusal
 */
export async function takeCoupons(
  params: JsonObject, call: PhoneCall, world: World, { mchid, secret, apiv2Key }: Identity,
): Promise<Taken[]> {
  const given = { apiv3Key: secret, apiv2Key }
  const { mistakes: [mistake] = [], missing = [] } = await diagnosePhone(JSON.stringify(params), given) ?? {}
  if (mistake) throw new PhoneRefusal(mistake)
  const { sign, send_coupon_merchant, open_id = world.number('oUpF8', 28, 'phone') } = call.members
  if (sign === undefined) throw new PhoneRefusal({ name: 'part-missing', explain: missing.join('') })
  if (String(send_coupon_merchant) !== mchid) throw otherMerchant
  const taken: Taken[] = []
  for (const one of call.coupons ?? [call.members]) {
    taken.push(await takeOne({ ...one, openid: open_id }, call, world))
  }
  return taken
}

async function takeOne(one: Members, { action }: PhoneCall, world: World): Promise<Taken> {
  const text = (name: string) => String(one[name] ?? '')
  const wanted = { openid: text('openid'), stock_id: text('stock_id'), out_request_no: text('out_request_no') }
  if (one.create_coupon_merchant !== undefined) {
    return takeCash({ ...wanted, stock_creator_mchid: text('create_coupon_merchant') }, world)
  }
  const key = text('coupon_code') || world.number('10', 16, Object.values(wanted).join('/'))
  const { openid, stock_id } = wanted
  const send_channel = action === 'coupon' ? 'BUSICOUPON_SEND_CHANNEL_MINIAPP' : 'BUSICOUPON_SEND_CHANNEL_H5'
  if (!await world.find(coupon, key)) await take({ coupon_code: key, stock_id, state: 'OFFERED', openid, send_channel }, world)
  return { kind: coupon.name, key }
}

async function takeCash(wanted: Parameters<typeof send>[0], world: World): Promise<Taken> {
  const key = couponIdOf(wanted, world)
  if (!await world.find(cashCoupon, key)) await send(wanted, world).catch(refuse)
  return { kind: cashCoupon.name, key }
}

/** What the plugin says instead of the API. Source: https://pay.weixin.qq.com/doc/v3/merchant/4012285674 */
const resultCodes: Record<string, string> = {
  NOT_ENOUGH: 'NOTENOUGH', RULE_LIMIT: 'MAXQUOTA', INVALID_REQUEST: 'NOTRUNNING', RESOURCE_NOT_EXISTS: 'FAILED',
}

function refuse(error: unknown): never {
  if (!(error instanceof Refusal)) throw error
  const { code, message } = error.body
  const explain = `${message}。插件的 send_coupon_result 里，这张券的 code 是 ${resultCodes[code] ?? 'FAILED'}。`
  throw new PhoneRefusal({ name: 'coupon-refused', explain })
}

const otherMerchant = new PhoneRefusal({
  name: 'other-mchid', explain: 'send_coupon_merchant 不是这个商户号：发券的商户须是 APIv2 密钥的那个。',
})
