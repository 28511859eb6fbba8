import type { Attempt, Delivery, Notification } from '../notifications/notification.ts'
import type { EventRequest } from '../notifications/sample-news.ts'
import type { Resource } from '../state/resource.ts'

/** Which resources are meant: those of a kind, the one of a key, or both; all where neither is given. */
export interface Target {
  kind?: string | undefined
  key?: string | undefined
}

/** What the user, the platform and the clock do, which no merchant's request can: for tests, panels and control APIs. */
export interface Control {
  /** Every resource, sorted by kind and key. Reads the whole state. */
  state: () => Promise<Resource[]>
  /** Forgets every resource and notification, and sets scenario and clock back. */
  reset: () => Promise<void>
  /**
   * The user pays what waits for payment; returns the records as they are now.
   *
   * @throws RangeError if nothing that is targeted waits for payment
   */
  pay: (target?: Target) => Promise<Resource[]>
  /**
   * The other side acts on what waits for it: the user pays, confirms or signs, the platform approves.
   * Returns the records as they are now.
   *
   * @throws RangeError if nothing that is targeted waits for the other side
   */
  advance: (target?: Target) => Promise<Resource[]>
  /**
   * The user complains about a paid order; answers the complaint.
   *
   * @throws RangeError where there is no such paid order
   */
  complain: (outTradeNo: string, detail?: string) => Promise<Resource>
  scenario: {
    /** The name of the scenario that is switched on, if any. */
    get: () => string | undefined
    /**
     * Switches one on for every request, or off.
     *
     * @throws RangeError where there is none of that name
     */
    set: (name?: string) => void
  }
  /** The sandbox's time, which orders expire by. Signatures are always held against the real one. */
  clock: {
    /** How far it is ahead of the real one, in milliseconds. */
    offset: () => number
    /**
     * Puts it forward by that many milliseconds.
     *
     * @throws RangeError where it would go back, by part of one, or forward by more than a hundred years
     */
    advance: (milliseconds: number) => void
  }
  /** Every notification, the oldest first. */
  notifications: () => Promise<Notification[]>
  /** The notification of that id, if there is one. */
  notification: (id: string) => Promise<Notification | undefined>
  /**
   * Sends a notification of any event of the reference, whether or not anything happened; answers it.
   *
   * @throws RangeError where the reference has no such event
   */
  notify: (wanted: EventRequest) => Promise<Notification>
  /** Hears of each new notification, once it is stored; answers how to stop that. */
  onNotification: (listener: (notification: Notification) => void) => () => void
  /** A request that delivers a notification, signed now. */
  attempt: (notification: Notification) => Promise<Attempt>
  /** Adds what came of an attempt to the notification of that id. */
  recordDelivery: (id: string, delivery: Delivery) => Promise<void>
}
