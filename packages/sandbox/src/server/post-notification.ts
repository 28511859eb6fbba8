import type { Attempt, Delivery } from '../notifications/notification.ts'
import { hostnameOf, isLoopback } from './loopback.ts'

/** What came of an attempt. */
export type Outcome = Omit<Delivery, 'at'>

/** Milliseconds a merchant's server has to answer in, as with WeChat Pay. */
const patience = 5000

/** Whether notifications may go to a URL: to this machine, or to a host that is allowed by name. */
export function mayNotify(url: string, allowed: string[]): boolean {
  const hostname = hostnameOf(url)
  return /^https?:/.test(url) && hostname !== undefined
    && (isLoopback(hostname) || allowed.some(host => hostnameOf(host) === hostname))
}

/** What becomes of a notification to any other. */
export const notAllowed: Outcome = { error: 'this host is not allowed (--allow-notify)' }

/** Whether the merchant's server took the notification. */
export const isAccepted = ({ status }: Pick<Delivery, 'status'>) => status === 200 || status === 204

/** Posts a notification. A redirect is an answer like any other that is not 200 or 204, and is not followed. */
export async function postNotification(
  { url, headers, body }: Attempt, cancelled: AbortSignal,
): Promise<Outcome> {
  try {
    const signal = AbortSignal.any([cancelled, AbortSignal.timeout(patience)])
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
    await response.body?.cancel()
    const { status } = response
    return isAccepted(response) ? { status } : { status, error: `answered ${status} instead of 200 or 204` }
  } catch (error) {
    return { error: reason(error as Error) }
  }
}

function reason({ name, message, cause }: Error): string {
  if (name === 'TimeoutError') return `no answer within ${patience / 1000} s`
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code) : message
}
