import { diagnosePhone } from '../../diagnose/phone/diagnose-phone.ts'
import { phoneMistake } from '../../diagnose/phone/mistakes.ts'
import { prepayOf } from '../../diagnose/phone/parameter-mistakes.ts'
import type { PhoneCall } from '../../diagnose/phone/phone-call.ts'
import { PhoneRefusal } from '../../diagnose/phone/phone-refusal.ts'
import { isExpired } from '../../diagnose/phone/prepay-id.ts'
import type { Identity } from '../../identity/identity.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { combination } from './combine-operations.ts'
import { isOf } from './prepay-id.ts'
import { type Order, transaction } from './transaction.ts'

/** An order that a phone may pay. */
interface Payable {
  kind: string
  key: string
  /** Where it is paid. */
  type: Order['trade_type'] | undefined
  /** The appids that the parameters may name. */
  appids: string[]
}

/**
 * Opens a payment as a phone does: checks the parameters that a page, mini program or app gives it.
 *
 * @param key of the order; by default their `prepay_id` tells it
 * @returns the order to pay
 * @throws PhoneRefusal with the diagnosis
 * @throws RangeError if no order has the key
 */
export async function openPayment(
  params: JsonObject, call: PhoneCall, key: string | undefined, world: World, identity: Identity,
): Promise<Pick<Payable, 'kind' | 'key'>> {
  const text = JSON.stringify(params)
  const prepayId = prepayOf(call).replace(/^(?:prepay_id=)+/, '')
  const order = await find(prepayId, key, world)
  await requireValid(text, order, identity)
  if (!isOf(prepayId, world, order.key)) throw unknownPrepayId
  if (isExpired(prepayId, world.now / 1000)) throw new PhoneRefusal(phoneMistake('prepay-id-expired'))
  requireType(call, order)
  return order
}

const unknownPrepayId = new PhoneRefusal({
  name: 'prepay-id-unknown', explain: 'prepay_id 不是这个沙箱为这笔订单返回的：请用下单应答里的原值。',
})

async function find(prepayId: string, key: string | undefined, world: World): Promise<Payable> {
  const payables = await payablesIn(world)
  if (key === undefined) {
    const order = payables.find(({ key }) => isOf(prepayId, world, key))
    if (!order) throw unknownPrepayId
    return order
  }
  const order = payables.find(payable => payable.key === key)
  if (!order) throw new RangeError(`no order has the key ${key}`)
  return order
}

async function payablesIn(world: World): Promise<Payable[]> {
  const orders = await world.list(transaction)
  const combinations = await world.list(combination)
  return [
    ...orders.filter(({ combine_out_trade_no: whole }) => whole === undefined).map(order => ({
      kind: transaction.name, key: order.out_trade_no, type: order.trade_type, appids: appidsOf(order),
    })),
    ...combinations.map(({ combine_out_trade_no: key, combine_appid }) => ({
      kind: combination.name, key, appids: [combine_appid],
      type: orders.find(order => order.combine_out_trade_no === key)?.trade_type,
    })),
  ]
}

const appidsOf = ({ appid, sp_appid, sub_appid }: Order) =>
  [appid, sp_appid, sub_appid].filter(appid => appid !== undefined)

/** Partners may sign with their own appid or with that of their merchant. */
async function requireValid(text: string, { appids }: Payable, { certificate, platform }: Identity) {
  const given = { certificate, platformCertificate: platform.certificate }
  const diagnoses = await Promise.all(appids.map(appid => diagnosePhone(text, { ...given, appid })))
  if (diagnoses.some(diagnosis => diagnosis?.verdict === 'valid')) return
  const { mistakes = [], missing = [] } = diagnoses[0] ?? {}
  throw new PhoneRefusal(mistakes[0] ?? { name: 'part-missing', explain: missing.join('') })
}

/** Production refuses, too: 支付场景非法. */
function requireType({ action }: PhoneCall, { type }: Payable) {
  if (type === (action === 'app' ? 'APP' : 'JSAPI')) return
  const explain = `支付场景非法：这是 ${type} 的订单，不能这样调起；JSAPI 和小程序用 JSAPI 下单，App 用 APP 下单。`
  throw new PhoneRefusal({ name: 'trade-type', explain })
}
