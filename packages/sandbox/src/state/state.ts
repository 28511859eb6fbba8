import type { StorageValue } from 'unstorage'
import type { Notification } from '../notifications/notification.ts'
import { createQueue } from './queue.ts'
import type { Store } from './store.ts'
import { type News, openWorld, type World } from './world.ts'

/** The one place where the world changes. */
export interface State {
  /** Runs a task on the world. What it changed is stored together, or not at all where the task throws. */
  change: <T>(task: (world: World) => Promise<T>) => Promise<T>
}

export interface StateOptions extends Pick<World, 'mchid' | 'strict'> {
  store: Store
  /** Milliseconds since the epoch, by the sandbox's clock. */
  now: () => number
  /** Makes notifications of news, by the keys under which to store them. */
  seal: (news: News[], now: number) => Promise<Map<string, Notification>>
  /** Told of notifications once they are stored. */
  announce: (notifications: Iterable<Notification>) => void
}

/** Makes a state. Its tasks run one after the other; writing to a slow storage goes on meanwhile. */
export function createState({ store, now, seal, announce, ...rest }: StateOptions): State {
  const queue = createQueue()
  return {
    async change(task) {
      const { result, notifications, written } = await queue(async () => {
        const { world, changes, news } = openWorld(store, { ...rest, now: now() })
        const result = await task(world)
        const notifications = await seal(news, world.now)
        const values = new Map<string, StorageValue>([...changes, ...notifications])
        return { result, notifications, written: store.set(values) }
      })
      await written
      announce(notifications.values())
      return result
    },
  }
}
