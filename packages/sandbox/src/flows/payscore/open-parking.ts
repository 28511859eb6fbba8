import { phoneMistake } from '../../diagnose/phone/mistakes.ts'
import { parameterMistakes } from '../../diagnose/phone/parameter-mistakes.ts'
import { type PhoneCall, textOf } from '../../diagnose/phone/phone-call.ts'
import { PhoneRefusal } from '../../diagnose/phone/phone-refusal.ts'
import type { Identity } from '../../identity/identity.ts'
import { businessKey, type World } from '../../state/world.ts'
import { plate } from './parking-operations.ts'

/**
 * Opens the page on which the user allows parking fees for a plate: the phone checks the parameters.
 *
 * @returns the plate
 * @throws PhoneRefusal
 */
export async function openParking(
  call: PhoneCall, world: World, { mchid }: Identity,
): Promise<{ kind: string, key: string }> {
  const [mistake] = parameterMistakes(call, {})
  if (mistake) throw new PhoneRefusal(phoneMistake(mistake))
  if (textOf(call, 'mchid') !== mchid) throw otherMerchant
  const text = (name: string) => textOf(call, name) ?? ''
  const names = { openid: text('openid'), plate_number: text('plate_number'), plate_color: text('plate_color') }
  const key = businessKey(plate, names)
  if (!await world.find(plate, key)) await world.save(plate, { ...names, service_state: 'OUT_SERVICE' })
  return { kind: plate.name, key }
}

const otherMerchant = new PhoneRefusal({
  name: 'other-mchid', explain: 'mchid 不是这个商户号。',
})
