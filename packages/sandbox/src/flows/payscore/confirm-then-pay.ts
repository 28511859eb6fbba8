import { can, type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import type { OtherSide } from '../kit/flow.ts'
import { text } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'

/** The notification of an event, and the members of the order that it shows. */
interface Notice {
  event_type: string
  summary: string
  resource: (data: JsonObject) => JsonObject
}

interface Options {
  record: Machine<'confirm' | 'pay'>
  /** Returns the order after the payment. */
  pay: (data: JsonObject, world: World) => Promise<JsonObject>
  confirmed: Notice
  paid: Notice
}

/** Returns the user's side of an order: confirming a created one, paying a completed one. */
export const confirmThenPay = ({ record, pay, confirmed, paid }: Options): OtherSide => ({
  record,
  next: awaits(record, 'confirm', 'pay'),
  async act(data, world) {
    const confirms = can(record, data, 'confirm')
    const done = confirms ? move(record, data, 'confirm') : await pay(data, world)
    await world.save(record, done)
    const { event_type, summary, resource } = confirms ? confirmed : paid
    const notify_url = text(done, 'notify_url')
    world.notify({ event_type, summary, original_type: 'payscore', notify_url, resource: resource(done) })
    return done
  },
})
