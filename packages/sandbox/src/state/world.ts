import type { StorageValue } from 'unstorage'
import { refusal } from '../replies/error-codes.ts'
import { beijingTime } from '../values/beijing-time.ts'
import type { JsonObject } from '../values/json.ts'
import { numberFor } from '../values/numbers.ts'
import { fingerprint } from './fingerprint.ts'
import { keyOf } from './key.ts'
import type { AnyRecordType, RecordType } from './record-type.ts'
import type { Resource } from './resource.ts'
import type { Store } from './store.ts'

/** An event that the merchant is to be notified of. */
export interface News {
  event_type: string
  /** One sentence. */
  summary: string
  /** Such as `transaction`. */
  original_type: string
  notify_url: string
  resource: JsonObject
}

/** A record, and whether this request created it. */
export interface Created<Data extends JsonObject = JsonObject> { data: Data, isNew: boolean }

/** Reacts to an event about a record, within the same change. */
export type Listener = (data: JsonObject, world: World) => Promise<void>

/** The settings of a world. */
export interface WorldOptions {
  mchid: string
  /** Milliseconds since the epoch, by the sandbox's clock. */
  now: number
  /** Whether an unknown business key is an error. */
  strict: boolean
  /** Returns the listeners of an event. */
  listenersOf: (event: string) => Iterable<Listener>
}

/** The members of a value that another type does not have; a value of this type has none of them. */
export type Unknown<Given, Data> = { [Name in Exclude<keyof Given, keyof Data>]?: never }

/** The state as one request sees and changes it. */
export interface World extends Omit<WorldOptions, 'listenersOf'> {
  /** `now` in the API's format. */
  time: string
  /** Returns the record with that key, or with that value of the member `by`. */
  find: <Data extends JsonObject>(
    type: RecordType<Data>, key: string, by?: string,
  ) => Promise<Data | undefined>
  /** Returns every record of a type, sorted by key; unsaved changes included. */
  list: <Data extends JsonObject>(type: RecordType<Data>) => Promise<Data[]>
  /** Stores a record under its key. Members that its type does not have are compile errors. */
  save: <Data extends JsonObject, Given extends Data>(
    type: RecordType<Data>, data: Given & Unknown<Given, Data>,
  ) => Promise<void>
  /** Like `save`, without the check of members, for code that does not know the type. */
  put: <Data extends JsonObject>(type: RecordType<Data>, data: Data) => Promise<void>
  /**
   * Creates a record; if the same request is repeated, returns the same record.
   *
   * @throws Refusal if another request created a record with that key
   */
  create: <Data extends JsonObject>(
    type: RecordType<Data>, params: JsonObject, make: () => NoInfer<Data>,
  ) => Promise<Created<Data>>
  remove: (type: AnyRecordType, key: string) => void
  /** Returns a number of `length` characters, the same for the same text. */
  number: (prefix: string, length: number, text: string) => string
  notify: (news: News) => void
  /** Calls the listeners of an event about a record. */
  emit: (event: string, data: JsonObject) => Promise<void>
}

/** A world, and its unsaved changes and news. */
export interface Session {
  world: World
  changes: Map<string, StorageValue>
  news: News[]
}

/** A record as it is stored, with the fingerprint of the request that created it. */
export interface Stored<Data extends JsonObject = JsonObject>
  extends Pick<Resource, 'kind' | 'key' | 'created' | 'updated'> {
  data: Data
  request?: string
}

/** Opens the state for one request; the caller has to store the changes. */
export function openWorld(store: Store, { mchid, now, strict, listenersOf }: WorldOptions): Session {
  const time = beijingTime(now)
  const changes = new Map<string, StorageValue>()
  const news: News[] = []

  const get = async <T extends StorageValue>(key: string): Promise<T | undefined> =>
    changes.has(key) ? changes.get(key) as T | null ?? undefined : store.get<T>(key)
  const alias = (type: Pick<RecordType, 'name'>, name: string, value: string) => keyOf('alias', type.name, name, value)

  async function load<Data extends JsonObject>(
    type: RecordType<Data>, key: string, by?: string,
  ): Promise<Stored<Data> | undefined> {
    const isKey = by === undefined || type.key.some(name => name === by)
    if (isKey) return get<Stored<Data>>(storageKey(type.name, key))
    const found = await get<{ key: string }>(alias(type, by, key))
    return found && get<Stored<Data>>(storageKey(type.name, found.key))
  }

  async function listStored<Data extends JsonObject>({ name }: RecordType<Data>): Promise<Stored<Data>[]> {
    const base = keyOf('resource', name)
    const stored = await store.list<Stored<Data>>(base)
    const changedKeys = [...changes.keys()].filter(key => key.startsWith(`${base}:`))
    if (!changedKeys.length) return stored
    const records = new Map(stored.map(record => [storageKey(name, record.key), record]))
    for (const key of changedKeys) {
      const record = await get<Stored<Data>>(key)
      if (record) records.set(key, record)
      else records.delete(key)
    }
    return [...records.keys()].sort().map(key => records.get(key)!)
  }

  async function put<Data extends JsonObject>(type: RecordType<Data>, data: Data, request?: string) {
    const key = businessKey(type, data)
    const { created = time, request: before = request } = await load(type, key) ?? {}
    const record = { kind: type.name, key, data, created, updated: time }
    changes.set(storageKey(type.name, key), { ...record, ...before && { request: before } })
    for (const name of type.aliases ?? []) {
      if (typeof data[name] === 'string') changes.set(alias(type, name, data[name]), { key })
    }
  }

  const world: World = {
    mchid, now, time, strict,
    find: async (type, key, by) => (await load(type, key, by))?.data,
    list: async type => (await listStored(type)).map(({ data }) => data),
    save: put,
    put,
    async create(type, params, make) {
      const known = await load(type, businessKey(type, params))
      const request = fingerprint(params)
      if (known && known.request !== request) throw refusal(type.used)
      if (known) return { data: known.data, isNew: false }
      const data = make()
      await put(type, data, request)
      return { data, isNew: true }
    },
    remove: (type, key) => void changes.set(storageKey(type.name, key), null),
    number: numberFor,
    notify: item => void news.push(item),
    async emit(event, data) {
      for (const listener of listenersOf(event)) await listener(data, world)
    },
  }
  return { world, changes, news }
}

/** Returns the storage key of a record. */
export const storageKey = (kind: string, key: string) => keyOf('resource', kind, key)

/** Returns the business key of a record, or of a request that names it. */
export const businessKey = (type: Pick<RecordType, 'key'>, data: JsonObject) =>
  type.key.map(name => String(data[name] ?? '')).join('/')
