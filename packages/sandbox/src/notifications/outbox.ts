import type { Context } from '../engine/call.ts'
import { keyOf } from '../state/key.ts'
import type { Store } from '../state/store.ts'
import type { News } from '../state/world.ts'
import type { Delivery, Notification } from './notification.ts'
import { keyFor } from './platform-key.ts'
import { seal } from './seal.ts'

/** Where notifications wait and stay. */
export interface Outbox {
  /** Makes notifications of news; they are to be stored under the keys of the answer. */
  seal: (news: News[], context: Context, now: number) => Promise<Map<string, Notification>>
  /** Tells the listeners. */
  announce: (notifications: Iterable<Notification>) => void
  list: () => Promise<Notification[]>
  find: (id: string) => Promise<Notification | undefined>
  listen: (listener: (notification: Notification) => void) => () => void
  record: (id: string, delivery: Delivery) => Promise<void>
}

/** Makes the outbox of a store. Ids sort by the time they were made. */
export function createOutbox(store: Store): Outbox {
  const listeners = new Set<(notification: Notification) => void>()
  let count = 0

  const nextId = (now: number, { random }: Context) =>
    `EV-${String(now).padStart(15, '0')}${String(count++ % 1_000_000).padStart(6, '0')}${random(4)}`

  const find = (id: string) => store.get<Notification>(placeOf(id))

  return {
    async seal(news, context, now) {
      const serial = news.length ? await keyFor(store, context) : null
      const make = (item: News) => seal(nextId(now, context), { ...item, serial }, now, context)
      const sealed = await Promise.all(news.map(make))
      return new Map(sealed.map(notification => [placeOf(notification.id), notification]))
    },
    announce(notifications) {
      for (const notification of notifications) listeners.forEach(listener => listener(notification))
    },
    list: () => store.list('notification'),
    find,
    listen(listener) {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    async record(id, delivery) {
      const notification = await find(id)
      if (!notification) return
      const deliveries = [...notification.deliveries, delivery]
      await store.set(new Map([[placeOf(id), { ...notification, deliveries }]]))
    },
  }
}

/** Where the notification of an id is stored. */
const placeOf = (id: string) => keyOf('notification', id)
