import type { Attempt, Delivery, Notification } from '../notifications/notification.ts'
import type { EventRequest } from '../notifications/sample-news.ts'
import type { Resource } from '../state/resource.ts'
import type { JsonObject } from '../values/json.ts'

/** Selects resources by kind, key or both. @default all */
export interface Target {
  kind?: string | undefined
  key?: string | undefined
}

/** The user, the platform and the clock, which no merchant's request controls: for tests, panels and control APIs. */
export interface Control {
  /** Returns every resource, sorted by kind and key. Reads the whole state. */
  state: () => Promise<Resource[]>
  /** Deletes every resource and notification, and resets scenario and clock. */
  reset: () => Promise<void>
  /**
   * The user pays the targeted resources that wait for payment; returns them as they are now. With the parameters that
   * a page, mini program or app gives the phone, the phone checks them first; the user pays, confirms a pay-score order,
   * allows orders without confirmation or parking fees, receives a transfer, or takes coupons. Those that only show a
   * pay-score order change nothing.
   *
   * @throws RangeError if no targeted resource waits for payment
   * @throws PhoneRefusal if the phone would not open the payment
   */
  pay: (target?: Target & { params?: JsonObject | undefined }) => Promise<Resource[]>
  /**
   * The other side acts on the targeted resources that wait for it: the user pays, confirms or signs, the
   * platform approves. Returns them as they are now.
   *
   * @throws RangeError if no targeted resource waits for the other side
   */
  advance: (target?: Target) => Promise<Resource[]>
  /**
   * The user complains about a paid order; returns the complaint.
   *
   * @throws RangeError if there is no such paid order
   */
  complain: (outTradeNo: string, detail?: string) => Promise<Resource>
  scenario: {
    /** The name of the scenario that is switched on, if any. */
    get: () => string | undefined
    /**
     * Switches a scenario on for every request; without a name, switches it off.
     *
     * @throws RangeError if the name is unknown
     */
    set: (name?: string) => void
  }
  /** The sandbox's clock, by which orders expire. Signatures are checked by the real clock. */
  clock: {
    /** Returns how far it is ahead of the real clock, in milliseconds. */
    offset: () => number
    /**
     * Puts it forward.
     *
     * @throws RangeError if the milliseconds are negative or fractional, or exceed a hundred years in all
     */
    advance: (milliseconds: number) => void
  }
  /** Returns every notification, the oldest first. */
  notifications: () => Promise<Notification[]>
  /** Returns the notification of that id, if any. */
  notification: (id: string) => Promise<Notification | undefined>
  /**
   * Sends a notification of any event in the reference without changing the state; returns it.
   *
   * @throws RangeError if the reference has no such event
   */
  notify: (request: EventRequest) => Promise<Notification>
  /** Calls the listener with each new notification once it is stored; returns a function that stops it. */
  onNotification: (listener: (notification: Notification) => void) => () => void
  /** Returns a request that delivers the notification, signed now. */
  attempt: (notification: Notification) => Promise<Attempt>
  /** Adds an attempt and its result to the notification of that id. */
  recordDelivery: (id: string, delivery: Delivery) => Promise<void>
}
