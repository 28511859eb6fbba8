import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import type { OtherSide } from '../kit/flow.ts'
import { awaits } from '../kit/steps.ts'

interface Options<Data extends JsonObject> {
  record: Machine<'confirm' | 'pay', Data>
  /** Returns the order after the payment. */
  pay: (data: Data, world: World) => Promise<Data>
  /** Notifies the merchant that the user confirmed the order. */
  confirmed: (data: Data, world: World) => void
  /** Notifies the merchant that the user paid the order. */
  paid: (data: Data, world: World) => void
}

/** Returns the user's side of an order: confirming a created one, paying a completed one. */
export const confirmThenPay = <Data extends JsonObject>(
  { record, pay, confirmed, paid }: Options<Data>,
): OtherSide<Data> => ({
  record,
  next: awaits(record, 'confirm', 'pay'),
  async act(data, world) {
    const confirms = can(record, data, 'confirm')
    const done = confirms ? move(record, data, 'confirm') : await pay(data, world)
    await world.put(record, done)
    const notifyOf = confirms ? confirmed : paid
    notifyOf(done, world)
    return done
  },
})
