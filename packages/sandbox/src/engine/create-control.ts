import { attempt } from '../notifications/seal.ts'
import type { Outbox } from '../notifications/outbox.ts'
import { complain } from '../flows/complaints.ts'
import { flows } from '../flows/index.ts'
import { findScenario } from '../scenarios/scenarios.ts'
import type { Control, Target } from '../state/control.ts'
import type { Resource } from '../state/resource.ts'
import type { Store } from '../state/store.ts'
import { businessKey, placeOf } from '../state/world.ts'
import type { Context } from './call.ts'

/** What can be switched from outside. */
export interface Switches {
  scenario?: string
  /** Milliseconds the clock is ahead. */
  offset: number
}

/** How far the clock may be put forward: a hundred years of 365 days, in milliseconds. */
const farthest = 100 * 365 * 24 * 3_600_000

/** Makes the control of a sandbox. */
export function createControl(
  store: Store, outbox: Outbox, switches: Switches, context: () => Promise<Context>,
): Control {
  const find = async (place: string) => shown((await store.get<Resource>(place))!)

  async function pay({ kind, key }: Target = {}): Promise<Resource[]> {
    const { state } = await context()
    const paid = await state.change(async (world) => {
      const done: string[] = []
      for (const { user } of flows) {
        if (!user || (kind ?? user.kind.name) !== user.kind.name) continue
        const begin = async (key: string) => kind && user.begin?.(key, world)
        const all = key === undefined
          ? await world.list(user.kind)
          : [await world.find(user.kind, key) ?? await begin(key)]
        for (const data of all) {
          if (!data || !user.waits(data, world)) continue
          await user.act(data, world)
          done.push(placeOf(user.kind.name, businessKey(user.kind, data)))
        }
      }
      return done
    })
    if (!paid.length) throw new RangeError(`nothing waits for the user${key === undefined ? '' : ` under ${key}`}`)
    return Promise.all(paid.sort().map(find))
  }

  return {
    state: async () => (await store.list<Resource>('resource')).map(shown),
    async reset() {
      await store.clear()
      delete switches.scenario
      switches.offset = 0
    },
    pay,
    async complain(outTradeNo, detail = '商品与描述不符，申请退款') {
      const { state } = await context()
      const { complaint_id } = await state.change(world => complain(outTradeNo, detail, world))
      return find(placeOf('complaint', String(complaint_id)))
    },
    scenario: {
      get: () => switches.scenario,
      set(name) {
        if (name === undefined) delete switches.scenario
        else if (findScenario(name)) switches.scenario = name
        else throw new RangeError(`there is no scenario ${JSON.stringify(name)}`)
      },
    },
    clock: {
      offset: () => switches.offset,
      advance(milliseconds) {
        if (milliseconds >= 0 && switches.offset + milliseconds <= farthest) switches.offset += milliseconds
        else throw new RangeError(`the clock goes forward only, and at most ${farthest} ms: got ${milliseconds}`)
      },
    },
    notifications: outbox.list,
    onNotification: outbox.listen,
    attempt: async notification => attempt(notification, await context()),
    recordDelivery: outbox.record,
  }
}

/** Without what is only for the sandbox. */
const shown = ({ kind, key, data, created, updated }: Resource): Resource =>
  ({ kind, key, data, created, updated })
