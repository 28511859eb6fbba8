import type { Signer } from '../engine/context.ts'
import type { Scenario } from '../scenarios/scenarios.ts'
import { keyOf } from '../state/key.ts'
import type { Store } from '../state/store.ts'
import type { News } from '../state/world.ts'
import type { Delivery, Notification } from './notification.ts'
import { serialFor } from './platform-key.ts'
import { seal } from './seal.ts'

/** Makes, stores and announces notifications. */
export interface Outbox {
  /** Makes notifications of news, by the keys to store them under. A scenario signs them and decides about their delivery. */
  seal: (news: News[], signer: Signer, now: number, scenario?: Scenario) => Promise<Map<string, Notification>>
  /** Calls the listeners. */
  announce: (notifications: Iterable<Notification>) => void
  list: () => Promise<Notification[]>
  find: (id: string) => Promise<Notification | undefined>
  listen: (listener: (notification: Notification) => void) => () => void
  record: (id: string, delivery: Delivery) => Promise<void>
}

/** Creates the outbox of a store. Ids sort by creation time. */
export function createOutbox(store: Store): Outbox {
  const listeners = new Set<(notification: Notification) => void>()
  let count = 0

  const nextId = (now: number, { random }: Signer) =>
    `EV-${String(now).padStart(15, '0')}${String(count++ % 1_000_000).padStart(6, '0')}${random(4)}`

  const find = (id: string) => store.get<Notification>(notificationKey(id))

  return {
    async seal(news, signer, now, scenario) {
      const serial = news.length ? await serialFor(store, signer) : null
      const make = (item: News) => seal(nextId(now, signer), { ...item, serial, scenario }, now, signer)
      const sealed = await Promise.all(news.map(make))
      return new Map(sealed.map(notification => [notificationKey(notification.id), notification]))
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
      await store.set(new Map([[notificationKey(id), { ...notification, deliveries }]]))
    },
  }
}

/** Returns the storage key of a notification. */
const notificationKey = (id: string) => keyOf('notification', id)
