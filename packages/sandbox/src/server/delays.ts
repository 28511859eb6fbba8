import { setTimeout as sleep } from 'node:timers/promises'
import type { Notification } from '../notifications/notification.ts'

/** Seconds by which a late notification is late, and for which a swapped one waits for another at most. */
const delay = 60

/** Delays notifications of scenarios before their first attempt. */
export interface Delays {
  /** Waits until the first attempt may be made. */
  wait: (notification: Notification, signal: AbortSignal) => Promise<void>
  /** Lets a notification pass that waited for this one to be attempted first. */
  attempted: (notification: Notification) => void
}

/** Creates the delays of a server. Swapped notifications go in pairs: the first waits until the second was attempted. */
export function createDelays(scale: number): Delays {
  const milliseconds = delay * scale * 1000
  let waiting: { id: string, pass: () => void } | undefined

  return {
    async wait({ id, scenario }, signal) {
      const late = () => sleep(milliseconds, undefined, { signal, ref: false })
      if (scenario?.notifications === 'late') await late()
      if (scenario?.notifications !== 'swapped' || waiting) return
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting = { id, pass: resolve }
      await Promise.race([promise, late()])
      waiting = undefined
    },
    attempted({ id }) {
      if (waiting && waiting.id !== id) waiting.pass()
    },
  }
}
