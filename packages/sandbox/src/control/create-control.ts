import type { Notification as Table } from '@wxpay-live/compiler/model'
import type { Context } from '../engine/context.ts'
import { complaint } from '../flows/complaint/index.ts'
import type { Registry } from '../flows/registry.ts'
import type { Outbox } from '../notifications/outbox.ts'
import { sampleNews } from '../notifications/sample-news.ts'
import { attempt } from '../notifications/seal.ts'
import { scenarioOf } from '../scenarios/choose-scenario.ts'
import type { Scenario } from '../scenarios/scenarios.ts'
import type { Advance, Resource } from '../state/resource.ts'
import type { Store } from '../state/store.ts'
import { storageKey, type Stored, type World } from '../state/world.ts'
import type { JsonObject } from '../values/json.ts'
import { advanceIn } from './advance.ts'
import type { Control, Target } from './control.ts'
import { actionOf, openOnPhone, productOf } from './open-on-phone.ts'
import { resourceOf } from './resource-of.ts'

/** The settings that the control changes. */
export interface Switches {
  scenario?: Scenario | undefined
  /** Milliseconds the clock is ahead. */
  offset: number
}

/** Maximum offset of the clock: a hundred years of 365 days, in milliseconds. */
const maxOffset = 100 * 365 * 24 * 3_600_000

export interface ControlParts {
  store: Store
  outbox: Outbox
  switches: Switches
  /** The scenario to which a reset returns. */
  initial: Scenario | undefined
  context: () => Promise<Context>
  registry: Registry
  /** Every scenario. */
  scenarios: readonly Scenario[]
  /** Returns the notification tables of the reference. */
  tables: () => Promise<Table[]>
}

/** Creates the control of a sandbox. */
export function createControl(
  { store, outbox, switches, initial, context, registry, scenarios, tables }: ControlParts,
): Control {
  const show = (records: Stored[], world: World) => records.map(record => resourceOf(record, registry, world))
  const change = async <T>(task: (world: World) => Promise<T>) =>
    (await context()).state.change(task, switches.scenario)
  const read = async <T>(task: (world: World) => Promise<T>) => (await context()).state.read(task)

  /** Reads the records of storage keys, in their order. */
  const find = (keys: string[]): Promise<Resource[]> => read(async (world) => {
    const records = await Promise.all(keys.toSorted().map(key => store.get<Stored>(key)))
    return show(records.filter(record => record !== undefined), world)
  })

  async function advance(target: Target = {}, only?: Advance): Promise<Resource[]> {
    if (target.kind !== undefined && !registry.recordType(target.kind)) await registry.loadAll()
    return find(await change(world => advanceIn(world, registry.otherSides(), target, only)))
  }

  /** The user opens what parameters are for, and does what is left to do, in one change. */
  async function open(params: JsonObject, key: string | undefined): Promise<Resource[]> {
    await registry.load(productOf[actionOf(params)])
    const { identity } = await context()
    return find(await change(async (world) => {
      const { targets, next } = await openOnPhone(params, key, world, identity)
      for (const target of next ? targets : []) await advanceIn(world, registry.otherSides(), target, next)
      return targets.map(({ kind, key }) => storageKey(kind, key))
    }))
  }

  return {
    state: async () => {
      const records = await store.list<Stored>('resource')
      return read(async world => show(records, world))
    },
    async reset() {
      await change(store.clear)
      switches.scenario = initial
      switches.offset = 0
    },
    advance: target => advance(target),
    pay: ({ params, ...target } = {}) => params ? open(params, target.key) : advance(target, 'pay'),
    async complain(outTradeNo, detail = '商品与描述不符，申请退款') {
      await registry.load(complaint)
      const { complain } = await import('../flows/complaint/complaint-operations.ts')
      const { complaint_id } = await change(world => complain(outTradeNo, detail, world))
      const [resource] = await find([storageKey('complaint', String(complaint_id))])
      return resource!
    },
    scenario: {
      get: () => switches.scenario?.name,
      set(name) {
        switches.scenario = name === undefined ? undefined : scenarioOf(name, scenarios)
      },
    },
    clock: {
      offset: () => switches.offset,
      advance(milliseconds) {
        const offset = switches.offset + milliseconds
        if (!Number.isInteger(milliseconds) || milliseconds < 0 || offset > maxOffset) {
          throw new RangeError(`the clock goes forward by whole milliseconds, up to ${maxOffset} in all, got ${milliseconds}`)
        }
        switches.offset = offset
      },
    },
    notifications: outbox.list,
    notification: outbox.find,
    async notify(request) {
      const known = await context()
      const news = sampleNews(request, await tables(), known.identity.mchid)
      const sealed = await outbox.seal([news], known, known.now() + switches.offset, switches.scenario)
      await change(() => store.set(new Map(sealed)))
      outbox.announce(sealed.values())
      return sealed.values().next().value!
    },
    onNotification: outbox.listen,
    attempt: async notification => attempt(notification, await context()),
    // Alone, so that attempts at the same time do not lose each other.
    recordDelivery: (id, delivery) => change(() => outbox.record(id, delivery)),
  }
}
