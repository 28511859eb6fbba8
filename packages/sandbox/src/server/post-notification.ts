import type { Attempt, Delivery } from '../notifications/notification.ts'
import { codeOf, messageOf } from '../values/errors.ts'
import { hostnameOf, isLoopback } from './loopback.ts'

/** The result of an attempt. */
export type Outcome = Omit<Delivery, 'at'>

/** Milliseconds the merchant's server has to respond, as documented by WeChat Pay. */
const timeout = 5000

/** Whether notifications may go to a URL: on this machine, or on an allowed host. */
export function mayNotify(url: string, allowed: string[]): boolean {
  const hostname = hostnameOf(url)
  return /^https?:/.test(url) && hostname !== undefined
    && (isLoopback(hostname) || allowed.some(host => hostnameOf(host) === hostname))
}

/** The result for any other URL. */
export const notAllowed: Outcome = { error: 'this host is not allowed (--allow-notify)' }

/** Whether the merchant's server accepted the notification. */
export const isAccepted = ({ status }: Pick<Delivery, 'status'>) => status === 200 || status === 204

/** Posts a notification. A redirect is not followed: like any status but 200 and 204, it is a failed attempt. */
export async function postNotification(
  { url, headers, body }: Attempt, cancelled: AbortSignal,
): Promise<Outcome> {
  try {
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(timeout)])
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    await response.body?.cancel()
    const { status } = response
    return isAccepted(response) ? { status } : { status, error: `responded ${status} instead of 200 or 204` }
  } catch (error) {
    return { error: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `no response within ${timeout / 1000} s`
  const { cause = error } = error
  return messageOf(cause) || String(codeOf(cause))
}
