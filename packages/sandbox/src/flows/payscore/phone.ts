import { diagnosePhone } from '../../diagnose/phone/diagnose-phone.ts'
import { type PhoneCall, textOf } from '../../diagnose/phone/phone-call.ts'
import { PhoneRefusal } from '../../diagnose/phone/phone-refusal.ts'
import type { Identity } from '../../identity/identity.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { order } from './order.ts'

/**
 * Opens the page on which the user confirms a pay-score order: the phone checks the parameters. A signature, which pages
 * before 2024 wanted, is checked as far as possible: the sandbox has no APIv2 key.
 *
 * @returns the order to confirm
 * @throws PhoneRefusal
 */
export async function openScore(
  params: JsonObject, call: PhoneCall, world: World, { mchid, secret }: Identity,
): Promise<{ kind: string, key: string }> {
  const diagnosis = await diagnosePhone(JSON.stringify(params), { apiv3Key: secret })
  const [mistake] = diagnosis?.mistakes ?? []
  if (mistake) throw new PhoneRefusal(mistake)
  const orders = await world.list(order)
  const found = orders.find(data => data.package === textOf(call, 'package'))
  if (!found) throw packageUnknown
  if ((textOf(call, 'mch_id') ?? mchid) !== mchid) throw otherMerchant
  return { kind: order.name, key: found.out_order_no }
}

const packageUnknown = new PhoneRefusal({
  name: 'package-unknown', explain: 'package 不是创建支付分订单的应答里的原值：原样传入，放进 query 时才做 URL 编码。',
})

const otherMerchant = new PhoneRefusal({
  name: 'other-mchid', explain: 'mch_id 不是创建订单的商户号。',
})
