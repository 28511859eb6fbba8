import type { Notification as Table } from '@wxpay-live/compiler/model'
import type { Outbox } from '../notifications/outbox.ts'
import { sampleNews } from '../notifications/sample-news.ts'
import { attempt } from '../notifications/seal.ts'
import { complain } from '../flows/complaint/complaint-operations.ts'
import { flows } from '../flows/index.ts'
import { findScenario } from '../scenarios/scenarios.ts'
import type { Control, Target } from './control.ts'
import type { Resource } from '../state/resource.ts'
import type { Store } from '../state/store.ts'
import { businessKey, placeOf, type Stored, type World } from '../state/world.ts'
import type { Context } from '../engine/call.ts'

/** What can be switched from outside. */
export interface Switches {
  scenario?: string
  /** Milliseconds the clock is ahead. */
  offset: number
}

/** How far the clock may be put forward: a hundred years of 365 days, in milliseconds. */
const farthest = 100 * 365 * 24 * 3_600_000

export interface ControlParts {
  store: Store
  outbox: Outbox
  switches: Switches
  context: () => Promise<Context>
  /** The notifications of the reference. */
  tables: () => Promise<Table[]>
}

/** Makes the control of a sandbox. */
export function createControl({ store, outbox, switches, context, tables }: ControlParts): Control {
  const look = async <T>(task: (world: World) => Promise<T>) => (await context()).state.change(task)
  const find = (places: string[]) => look(world => Promise.all(
    places.map(async place => shown((await store.get<Stored>(place))!, world)),
  ))

  async function pay({ kind, key }: Target = {}): Promise<Resource[]> {
    const paid = await look(async (world) => {
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
    return find(paid.sort())
  }

  return {
    state: async () => {
      const resources = await store.list<Stored>('resource')
      return look(async world => resources.map(resource => shown(resource, world)))
    },
    async reset() {
      await store.clear()
      delete switches.scenario
      switches.offset = 0
    },
    pay,
    async complain(outTradeNo, detail = '商品与描述不符，申请退款') {
      const { complaint_id } = await look(world => complain(outTradeNo, detail, world))
      const [complaint] = await find([placeOf('complaint', String(complaint_id))])
      return complaint!
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
        const offset = switches.offset + milliseconds
        if (!Number.isInteger(milliseconds) || milliseconds < 0 || offset > farthest) {
          throw new RangeError(`the clock goes forward, by whole milliseconds, up to ${farthest}: not ${milliseconds}`)
        }
        switches.offset = offset
      },
    },
    notifications: outbox.list,
    notification: outbox.find,
    async notify(wanted) {
      const known = await context()
      const news = sampleNews(wanted, await tables(), known.identity.mchid)
      const sealed = await outbox.seal([news], known, known.now() + switches.offset)
      await store.set(new Map(sealed))
      outbox.announce(sealed.values())
      return sealed.values().next().value!
    },
    onNotification: outbox.listen,
    attempt: async notification => attempt(notification, await context()),
    recordDelivery: outbox.record,
  }
}

const users = new Map(flows.flatMap(({ user }) => user ? [[user.kind.name, user] as const] : []))

/** Without what is only for the sandbox, and with what only the flow can tell. */
const shown = ({ kind, key, data, created, updated }: Stored, world: World): Resource =>
  ({ kind, key, data, waits: users.get(kind)?.waits(data, world) ?? false, created, updated })
