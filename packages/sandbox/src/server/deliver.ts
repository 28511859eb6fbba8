import { setTimeout as sleep } from 'node:timers/promises'
import type { Notification } from '../notifications/notification.ts'
import type { Control } from '../control/control.ts'
import type { ServerEvent } from './events.ts'
import { isAccepted, mayNotify, notAllowed, type Outcome, postNotification } from './post-notification.ts'

/** Seconds between the attempts to deliver a notification, as WeChat Pay documents them (支付成功回调通知). */
const schedule = [
  15, 15, 30, 3 * 60, 10 * 60, 20 * 60, 30 * 60, 30 * 60, 30 * 60, 3600,
  3 * 3600, 3 * 3600, 3 * 3600, 6 * 3600, 6 * 3600,
]

/** The milliseconds a timer can wait at most: 24 days. */
const longest = 2 ** 31 - 1

/** Whether it was neither accepted nor given up. */
const isOwed = ({ deliveries }: Notification) =>
  deliveries.length <= schedule.length && !deliveries.some(isAccepted)

export interface DeliveryOptions {
  /** Host names, beside this machine's own, that notifications may go to. @default none */
  allow?: string[]
  /** What the waiting times of WeChat Pay's schedule are multiplied with. @default 1 */
  scale?: number
}

/** The deliveries of a sandbox's notifications. */
export interface Deliveries {
  /**
   * Delivers a notification once more, now and once; answers what came of it.
   *
   * @throws RangeError where there is none of that id
   */
  resend: (id: string) => Promise<Outcome>
  /** Gives up on every notification so far. */
  cancel: () => void
  /** Cancels, and takes no further notification. */
  stop: () => void
}

type Outbox = Pick<Control, 'notifications' | 'notification' | 'onNotification' | 'attempt' | 'recordDelivery' | 'clock'>

/** Delivers every new notification of a sandbox, and those its state still owes. */
export async function deliverNotifications(
  control: Outbox, { allow = [], scale = 1 }: DeliveryOptions, onEvent: (event: ServerEvent) => void,
): Promise<Deliveries> {
  let cancelled = new AbortController()

  /** Posts a notification, and remembers what came of it. */
  async function post(notification: Notification, signal: AbortSignal): Promise<Outcome> {
    const outcome = mayNotify(notification.notify_url, allow)
      ? await postNotification(await control.attempt(notification), signal)
      : notAllowed
    signal.throwIfAborted()
    await control.recordDelivery(notification.id, { at: Date.now() + control.clock.offset(), ...outcome })
    return outcome
  }

  function tell(notification: Notification, outcome: Outcome, delay?: number): void {
    const { id, notify_url: url, event_type: type, deliveries } = notification
    const attempt = deliveries.length + 1
    const next = delay === undefined ? {} : { retryIn: delay * scale }
    onEvent({ event: 'notification', id, type, url, attempt, ...outcome, ...next })
  }

  async function deliver(id: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      // Since the last attempt it may have been delivered for the asking.
      const notification = await control.notification(id)
      if (!notification || !isOwed(notification)) return
      const outcome = await post(notification, signal)
      const isOver = isAccepted(outcome) || !mayNotify(notification.notify_url, allow)
      const delay = isOver ? undefined : schedule[notification.deliveries.length]
      tell(notification, outcome, delay)
      if (delay === undefined) return
      await sleep(Math.min(delay * scale * 1000, longest), undefined, { signal, ref: false })
    }
  }

  function start({ id, notify_url }: Notification): void {
    const { signal } = cancelled
    // Nobody asked to be told.
    if (!notify_url) return
    deliver(id, signal).catch((error: Error) => {
      if (!signal.aborted) onEvent({ event: 'failure', message: error.message })
    })
  }

  const owed = (await control.notifications()).filter(isOwed)
  owed.forEach(start)
  const forget = control.onNotification(start)
  return {
    async resend(id) {
      const notification = await control.notification(id)
      if (!notification) throw new RangeError(`there is no notification ${id}`)
      const outcome = await post(notification, cancelled.signal)
      tell(notification, outcome)
      return outcome
    },
    cancel() {
      cancelled.abort()
      cancelled = new AbortController()
    },
    stop() {
      forget()
      cancelled.abort()
    },
  }
}
