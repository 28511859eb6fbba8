import type { StorageValue } from 'unstorage'
import type { Notification } from '../notifications/notification.ts'
import { createQueue } from './queue.ts'
import type { Store } from './store.ts'
import { type News, openWorld, type World } from './world.ts'

/** What only one process at a time can have. */
export interface Mutex {
  acquire: () => Promise<void>
  release: () => Promise<void>
}

/** The one place where the world changes. */
export interface State {
  /** Runs a task on the world. What it changed is stored together, or not at all where the task throws. */
  change: <T>(task: (world: World) => Promise<T>) => Promise<T>
}

export interface StateOptions extends Pick<World, 'mchid' | 'strict'> {
  store: Store
  /** Held while the world changes, where other processes change the same. */
  mutex?: Mutex | undefined
  /** Milliseconds since the epoch, by the sandbox's clock. */
  now: () => number
  /** Makes notifications of news, by the keys under which to store them. */
  seal: (news: News[], now: number) => Promise<Map<string, Notification>>
  /** Told of notifications once they are stored. */
  announce: (notifications: Iterable<Notification>) => void
}

/** Makes a state. Its tasks run one after the other; where no other process waits, writing to a slow storage goes on meanwhile. */
export function createState({ store, mutex, now, seal, announce, ...rest }: StateOptions): State {
  const queue = createQueue()

  async function run<T>(task: (world: World) => Promise<T>) {
    const { world, changes, news } = openWorld(store, { ...rest, now: now() })
    const result = await task(world)
    const notifications = await seal(news, world.now)
    const written = store.set(new Map<string, StorageValue>([...changes, ...notifications]))
    return { result, notifications, written }
  }

  async function runAlone<T>(task: (world: World) => Promise<T>) {
    await mutex?.acquire()
    try {
      const done = await run(task)
      await done.written
      return done
    } finally {
      await mutex?.release()
    }
  }

  return {
    async change(task) {
      const { result, notifications, written } = await queue(() => (mutex ? runAlone : run)(task))
      await written
      announce(notifications.values())
      return result
    },
  }
}
