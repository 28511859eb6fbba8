import type { PhoneAction } from '../diagnose/phone/phone-call.ts'
import { readPhoneCall } from '../diagnose/phone/read-phone-call.ts'
import { busifavor } from '../flows/busifavor/index.ts'
import { payment } from '../flows/payment/index.ts'
import { payscore } from '../flows/payscore/index.ts'
import { transfer } from '../flows/transfer/index.ts'
import type { Identity } from '../identity/identity.ts'
import type { Advance } from '../state/resource.ts'
import type { World } from '../state/world.ts'
import type { JsonObject } from '../values/json.ts'

/** What a phone opens: the records, and what the user does with them, if anything is left to do. */
export interface Opened {
  targets: { kind: string, key: string }[]
  next?: Advance
}

/** The product that knows what a phone opens. */
export const productOf = {
  'jsapi': payment, 'app': payment, 'score': payscore, 'authorization': payscore, 'parking': payscore,
  'transfer': transfer, 'coupon': busifavor, 'coupon-page': busifavor,
} as const

/**
 * Reads what parameters for a phone are for.
 *
 * @throws RangeError if they are for nothing that a phone opens
 */
export function actionOf(params: JsonObject): PhoneAction {
  const action = readPhoneCall(JSON.stringify(params))?.action
  if (action) return action
  throw new RangeError('params are not those of a payment, pay score, a transfer, coupons or parking fees on a phone')
}

/**
 * Opens what parameters are for, as a phone does: it checks them first.
 *
 * @param key of the order; by default the parameters tell it
 * @throws PhoneRefusal with the diagnosis
 * @throws RangeError if no order has the key
 */
export async function openOnPhone(
  params: JsonObject, key: string | undefined, world: World, identity: Identity,
): Promise<Opened> {
  const call = readPhoneCall(JSON.stringify(params))!
  switch (call.action) {
    case 'transfer': {
      const { openTransfer } = await import('../flows/transfer/phone.ts')
      return { targets: [await openTransfer(call, world, identity)], next: 'confirm' }
    }
    case 'score': {
      const { openScore } = await import('../flows/payscore/phone.ts')
      return openScore(params, call, world, identity)
    }
    case 'authorization': {
      const { openAuthorization } = await import('../flows/payscore/phone.ts')
      return { targets: [await openAuthorization(call, world)], next: 'confirm' }
    }
    case 'parking': {
      const { openParking } = await import('../flows/payscore/open-parking.ts')
      return { targets: [await openParking(call, world, identity)], next: 'confirm' }
    }
    case 'coupon': case 'coupon-page': {
      const { takeCoupons } = await import('../flows/busifavor/phone.ts')
      return { targets: await takeCoupons(params, call, world, identity) }
    }
    default: {
      const { openPayment } = await import('../flows/payment/phone.ts')
      return { targets: [await openPayment(params, call, key, world, identity)], next: 'pay' }
    }
  }
}
