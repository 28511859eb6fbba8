import { setTimeout as sleep } from 'node:timers/promises'
import type { Control } from '../control/control.ts'
import type { Notification } from '../notifications/notification.ts'
import { createDelays } from './delays.ts'
import type { ServerEvent } from './events.ts'
import { isAccepted, mayNotify, notAllowed, type Outcome, postNotification } from './post-notification.ts'

/** Seconds between attempts, as documented by WeChat Pay (支付成功回调通知). */
const schedule = [
  15, 15, 30, 3 * 60, 10 * 60, 20 * 60, 30 * 60, 30 * 60, 30 * 60, 3600,
  3 * 3600, 3 * 3600, 3 * 3600, 6 * 3600, 6 * 3600,
]

/** Maximum milliseconds of a timer: 24 days. */
const maxTimeout = 2 ** 31 - 1

/** Whether a notification still needs an attempt: it is not accepted, given up or lost. */
const isPending = ({ deliveries, scenario }: Notification) => scenario?.notifications !== 'lost'
  && deliveries.length <= schedule.length && !deliveries.some(isAccepted)

export interface DeliveryOptions {
  /** Hosts besides this machine that notifications may go to. @default [] */
  allow?: string[]
  /** Multiplies the waits of WeChat Pay's schedule. @default 1 */
  scale?: number
}

/** The deliveries of a sandbox's notifications. */
export interface Deliveries {
  /**
   * Makes one more attempt at once; returns its result.
   *
   * @throws RangeError if no notification has the id, or it has no address
   */
  resend: (id: string) => Promise<Outcome>
  /** Gives up all present notifications. */
  cancel: () => void
  /** Gives up all present notifications, and ignores new ones. */
  stop: () => void
}

type Outbox = Pick<Control, 'notifications' | 'notification' | 'onNotification' | 'attempt' | 'recordDelivery' | 'clock'>

/** Delivers every new notification of a sandbox, and the pending ones of its state. */
export async function deliverNotifications(
  control: Outbox, { allow = [], scale = 1 }: DeliveryOptions, onEvent: (event: ServerEvent) => void,
): Promise<Deliveries> {
  let cancelled = new AbortController()
  const delays = createDelays(scale)

  /** Makes an attempt, and records its result. */
  async function post(notification: Notification, signal: AbortSignal): Promise<Outcome> {
    const outcome = mayNotify(notification.notify_url, allow)
      ? await postNotification(await control.attempt(notification), signal)
      : notAllowed
    signal.throwIfAborted()
    await control.recordDelivery(notification.id, { at: Date.now() + control.clock.offset(), ...outcome })
    return outcome
  }

  function report(notification: Notification, outcome: Outcome, delay?: number): void {
    const { id, notify_url: url, event_type: type, deliveries } = notification
    const attempt = deliveries.length + 1
    const next = delay === undefined ? {} : { retryIn: delay * scale }
    onEvent({ event: 'notification', id, type, url, attempt, ...outcome, ...next })
  }

  /** Makes the next attempt as the scenario wants it: the first one late, or twice at once. */
  async function play(notification: Notification, signal: AbortSignal): Promise<Outcome[]> {
    const isFirst = !notification.deliveries.length
    if (isFirst) await delays.wait(notification, signal)
    const times = isFirst && notification.scenario?.notifications === 'twice' ? 2 : 1
    const outcomes = await Promise.all(Array.from({ length: times }, () => post(notification, signal)))
    delays.attempted(notification)
    return outcomes
  }

  async function deliver(id: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      // It may have been delivered by `resend` since the last attempt.
      const notification = await control.notification(id)
      if (!notification || !isPending(notification)) return
      const outcomes = await play(notification, signal)
      const isOver = outcomes.some(isAccepted) || !mayNotify(notification.notify_url, allow)
      const delay = isOver ? undefined : schedule[notification.deliveries.length]
      outcomes.forEach(outcome => report(notification, outcome, delay))
      if (delay === undefined) return
      await sleep(Math.min(delay * scale * 1000, maxTimeout), undefined, { signal, ref: false })
    }
  }

  function start(notification: Notification): void {
    const { id, notify_url, scenario } = notification
    const { signal } = cancelled
    // The merchant gave no address.
    if (!notify_url) return
    if (scenario?.notifications === 'lost') return report(notification, { error: `lost, as scenario ${scenario.name} wants` })
    deliver(id, signal).catch((error: Error) => {
      if (!signal.aborted) onEvent({ event: 'failure', message: error.message })
    })
  }

  const pending = (await control.notifications()).filter(isPending)
  pending.forEach(start)
  const unsubscribe = control.onNotification(start)
  return {
    async resend(id) {
      const notification = await control.notification(id)
      if (!notification) throw new RangeError(`unknown notification ${id}`)
      if (!notification.notify_url) throw new RangeError(`notification ${id} has no notify_url`)
      const outcome = await post(notification, cancelled.signal)
      report(notification, outcome)
      return outcome
    },
    cancel() {
      cancelled.abort()
      cancelled = new AbortController()
    },
    stop() {
      unsubscribe()
      cancelled.abort()
    },
  }
}
