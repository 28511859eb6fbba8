import type { StorageValue } from 'unstorage'
import { failure } from '../replies/error-codes.ts'
import { numberFor } from '../values/numbers.ts'
import type { JsonObject } from '../values/json.ts'
import { beijingTime } from '../values/beijing-time.ts'
import { fingerprint } from './fingerprint.ts'
import { keyOf } from './key.ts'
import type { Kind } from './machine.ts'
import type { Resource } from './resource.ts'
import type { Store } from './store.ts'

/** What is to be told to the merchant. */
export interface News {
  event_type: string
  /** One sentence. */
  summary: string
  /** Such as `transaction`. */
  original_type: string
  notify_url: string
  resource: JsonObject
}

/** A resource, and whether it was there before. */
export interface Created { data: JsonObject, isNew: boolean }

/** The state as one request sees and changes it. */
export interface World {
  mchid: string
  /** Milliseconds since the epoch, by the sandbox's clock. */
  now: number
  /** The same as the API writes it. */
  time: string
  strict: boolean
  /** The resource of that key, or of another value of the member named `by`. */
  find: (kind: Kind, key: string, by?: string) => Promise<JsonObject | undefined>
  /** Every resource of a kind. */
  list: (kind: Kind) => Promise<JsonObject[]>
  /** Puts a resource at the place of its key. */
  save: (kind: Kind, data: JsonObject) => Promise<void>
  /**
   * Makes a resource, or finds the one that the same request made before.
   *
   * @throws Refusal where another request made one of that key
   */
  create: (kind: Kind, params: JsonObject, make: () => JsonObject) => Promise<Created>
  remove: (kind: Kind, key: string) => void
  /** A number of so many digits, the same for the same text. */
  number: (prefix: string, length: number, text: string) => string
  notify: (news: News) => void
}

/** A world and what happened in it. */
export interface Session {
  world: World
  changes: Map<string, StorageValue>
  news: News[]
}

/** A resource as it is stored, with a fingerprint of the request that made it. */
export interface Stored extends Omit<Resource, 'waits'> { request?: string }

/** Opens the state for one request; nothing is written until its changes are. */
export function openWorld(
  store: Store, { mchid, now, strict }: Pick<World, 'mchid' | 'now' | 'strict'>,
): Session {
  const time = beijingTime(now)
  const changes = new Map<string, StorageValue>()
  const news: News[] = []

  const get = async <T extends StorageValue>(key: string): Promise<T | undefined> =>
    changes.has(key) ? changes.get(key) as T | null ?? undefined : store.get<T>(key)
  const at = (kind: Kind, key: string) => placeOf(kind.name, key)
  const alias = (kind: Kind, name: string, value: string) => keyOf('alias', kind.name, name, value)

  async function load(kind: Kind, key: string, by?: string): Promise<Stored | undefined> {
    if (by === undefined || kind.key.includes(by)) return get<Stored>(at(kind, key))
    const found = await get<{ key: string }>(alias(kind, by, key))
    return found && get<Stored>(at(kind, found.key))
  }

  async function put(kind: Kind, data: JsonObject, request?: string) {
    const key = businessKey(kind, data)
    const { created = time, request: before = request } = await load(kind, key) ?? {}
    const resource = { kind: kind.name, key, data, created, updated: time }
    changes.set(at(kind, key), { ...resource, ...before && { request: before } })
    for (const name of kind.aliases ?? []) {
      if (typeof data[name] === 'string') changes.set(alias(kind, name, data[name]), { key })
    }
  }

  const world: World = {
    mchid, now, time, strict,
    find: async (kind, key, by) => (await load(kind, key, by))?.data,
    list: async kind => (await store.list<Stored>(keyOf('resource', kind.name))).map(({ data }) => data),
    save: put,
    async create(kind, params, make) {
      const known = await load(kind, businessKey(kind, params))
      const request = fingerprint(params)
      if (known && known.request !== request) throw failure(kind.used)
      if (known) return { data: known.data, isNew: false }
      const data = make()
      await put(kind, data, request)
      return { data, isNew: true }
    },
    remove: (kind, key) => void changes.set(at(kind, key), null),
    number: numberFor,
    notify: item => void news.push(item),
  }
  return { world, changes, news }
}

/** Where the resource of a kind and business key is stored. */
export const placeOf = (kind: string, key: string) => keyOf('resource', kind, key)

/** The business key of a resource, or of a request that names it. */
export const businessKey = (kind: Kind, data: JsonObject) => kind.key.map(name => String(data[name] ?? '')).join('/')
