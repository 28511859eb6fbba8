import type { Method, Operation } from '@wxpay-live/compiler/model'
import type { Responder } from '../engine/context.ts'
import type { AnyRecordType } from '../state/record-type.ts'
import type { Listener } from '../state/world.ts'
import type { AnyAction, Flow, OtherSide } from './kit/flow.ts'
import type { Product } from './kit/product.ts'

/** The handler of an operation: an action gets its parameters, a responder the whole call. */
export type Handler = { action: AnyAction } | { responder: Responder }

/** Method and path template of any operation. */
type Name = `${Method} /${string}`

/** The flows of a sandbox; products load on demand. */
export interface Registry {
  /** Loads the operation's product and returns the handler; `undefined` if no flow claims the operation. */
  handlerOf: (operation: Pick<Operation, 'method' | 'path'>) => Promise<Handler | undefined>
  /** Loads products, each once; retries a product after it failed to load. */
  load: (...products: Product[]) => Promise<void>
  /** Loads every product. */
  loadAll: () => Promise<void>
  /** Returns the operations that the loaded products claim. */
  claims: () => Name[]
  /** Returns the record type of that name, if it is loaded. */
  recordType: (name: string) => AnyRecordType | undefined
  /** Returns the other sides of the loaded flows. */
  otherSides: () => readonly OtherSide[]
  listenersOf: (event: string) => readonly Listener[]
}

/** Creates a registry of products. `shared` are record types that belong to no product. */
export function createRegistry(
  products: readonly Product[], shared: readonly AnyRecordType[] = [],
): Registry {
  const handlers = new Map<Name, Handler>()
  const types = new Map(shared.map(type => [type.name, type]))
  const otherSides: OtherSide[] = []
  const listeners = new Map<string, Listener[]>()
  const loading = new Map<Product, Promise<void>>()
  const prefixes = products.flatMap(product => product.prefixes.map(prefix => ({ prefix, product })))
    .sort((one, other) => other.prefix.length - one.prefix.length)
  const productOf = (path: string) => prefixes.find(({ prefix }) => path.startsWith(prefix))?.product

  function claim(name: Name, handler: Handler, product: Product) {
    const path = name.slice(name.indexOf('/'))
    if (productOf(path) !== product) {
      throw new Error(`${name} is not below the prefixes of its product: ${product.prefixes.join(', ')}`)
    }
    if (handlers.has(name)) throw new Error(`${name} is claimed by two flows`)
    handlers.set(name, handler)
  }

  function register(flow: Flow, product: Product) {
    const { records = [], actions = {}, responders = {}, otherSide = [], listeners: added = {} } = flow
    for (const type of records) types.set(type.name, type)
    for (const [name, action] of entriesOf<AnyAction>(actions)) claim(name, { action }, product)
    for (const [name, responder] of entriesOf(responders)) claim(name, { responder }, product)
    for (const [event, listener] of Object.entries(added)) {
      listeners.set(event, [...listeners.get(event) ?? [], listener])
    }
    for (const side of [otherSide].flat()) {
      types.set(side.record.name, side.record)
      otherSides.push(side)
    }
  }

  async function loadOne(product: Product) {
    const [modules] = await Promise.all([product.load(), load(...product.uses ?? [])])
    for (const { flow } of modules) register(flow, product)
  }

  async function load(...wanted: Product[]) {
    await Promise.all(wanted.map((product) => {
      const loaded = loading.get(product) ?? loadOne(product).catch((error: unknown) => {
        loading.delete(product)
        throw error
      })
      loading.set(product, loaded)
      return loaded
    }))
  }

  return {
    async handlerOf({ method, path }) {
      const product = productOf(path)
      if (product) await load(product)
      return handlers.get(`${method} /${path.slice(1)}`)
    },
    load,
    loadAll: () => load(...products),
    claims: () => [...handlers.keys()],
    recordType: name => types.get(name),
    otherSides: () => otherSides,
    listenersOf: event => listeners.get(event) ?? [],
  }
}

/** Returns the entries of a table; unlike `Object.entries`, their names keep their type. */
function entriesOf<Value>(table: Partial<Record<Name, Value>>): [Name, Value][] {
  return Object.keys(table).filter(isName).map(name => [name, table[name]!])
}

const isName = (name: string): name is Name => /^[A-Z]+ \//.test(name)
