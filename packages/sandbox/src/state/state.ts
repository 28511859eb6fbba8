import type { StorageValue } from 'unstorage'
import type { Scenario } from '../scenarios/scenarios.ts'
import { createQueue } from './queue.ts'
import type { Store } from './store.ts'
import { type News, openWorld, type World, type WorldOptions } from './world.ts'

/** A lock that only one process holds at a time. */
export interface Mutex {
  acquire: () => Promise<void>
  release: () => Promise<void>
}

/** Reads and changes the stored records. */
export interface State {
  /**
   * Runs a task while no other changes the state. Its changes are stored together, or not at all if it throws.
   *
   * @param scenario decides how its notifications are signed and delivered
   */
  change: <T>(task: (world: World) => Promise<T>, scenario?: Scenario) => Promise<T>
  /** Runs a task that usually only reads, without waiting. If it has made changes, it runs again as a change. */
  read: <T>(task: (world: World) => Promise<T>, scenario?: Scenario) => Promise<T>
}

export interface StateOptions<Notification extends StorageValue> extends Omit<WorldOptions, 'now'> {
  store: Store
  /** Held during a change if other processes change the same storage. */
  mutex?: Mutex | undefined
  /** Returns milliseconds since the epoch, by the sandbox's clock. */
  now: () => number
  /** Makes notifications of news, by the keys to store them under. */
  seal: (news: News[], now: number, scenario: Scenario | undefined) => Promise<Map<string, Notification>>
  /** Called with notifications once they are stored. */
  announce: (notifications: Iterable<Notification>) => void
}

/** Creates a state. Changes run one after the other; without a mutex, a slow write overlaps with the next change. */
export function createState<Notification extends StorageValue>(
  { store, mutex, now, seal, announce, ...options }: StateOptions<Notification>,
): State {
  const queue = createQueue()
  const open = () => openWorld(store, { ...options, now: now() })

  async function run<T>(task: (world: World) => Promise<T>, scenario?: Scenario) {
    const { world, changes, news } = open()
    const result = await task(world)
    const notifications = await seal(news, world.now, scenario)
    const written = store.set(new Map<string, StorageValue>([...changes, ...notifications]))
    return { result, notifications, written }
  }

  async function runAlone<T>(task: (world: World) => Promise<T>, scenario?: Scenario) {
    await mutex?.acquire()
    try {
      const done = await run(task, scenario)
      await done.written
      return done
    } finally {
      await mutex?.release()
    }
  }

  async function change<T>(task: (world: World) => Promise<T>, scenario?: Scenario): Promise<T> {
    const { result, notifications, written } = await queue(() => (mutex ? runAlone : run)(task, scenario))
    await written
    announce(notifications.values())
    return result
  }

  return {
    change,
    async read(task, scenario) {
      const { world, changes, news } = open()
      const result = await task(world)
      return changes.size || news.length ? change(task, scenario) : result
    },
  }
}
