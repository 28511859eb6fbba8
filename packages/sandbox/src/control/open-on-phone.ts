import type { PhoneAction } from '../diagnose/phone/phone-call.ts'
import { readPhoneCall } from '../diagnose/phone/read-phone-call.ts'
import { payment } from '../flows/payment/index.ts'
import { payscore } from '../flows/payscore/index.ts'
import { transfer } from '../flows/transfer/index.ts'
import type { Identity } from '../identity/identity.ts'
import type { Advance } from '../state/resource.ts'
import type { World } from '../state/world.ts'
import type { JsonObject } from '../values/json.ts'
import type { Target } from './control.ts'

/** What a phone opens: the record, and what the user does with it. */
export type Opened = Target & { next: Advance }

/** The product that knows what a phone opens. */
export const productOf = { jsapi: payment, app: payment, score: payscore, transfer } as const

/**
 * Reads what parameters for a phone are for.
 *
 * @throws RangeError if they are for nothing that a phone opens
 */
export function actionOf(params: JsonObject): PhoneAction {
  const action = readPhoneCall(JSON.stringify(params))?.action
  if (action) return action
  throw new RangeError('params are not those of a payment, a pay-score order or a transfer on a phone')
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
      return { ...await openTransfer(call, world, identity), next: 'confirm' }
    }
    case 'score': {
      const { openScore } = await import('../flows/payscore/phone.ts')
      return { ...await openScore(params, call, world, identity), next: 'confirm' }
    }
    default: {
      const { openPayment } = await import('../flows/payment/phone.ts')
      return { ...await openPayment(params, call, key, world, identity), next: 'pay' }
    }
  }
}
