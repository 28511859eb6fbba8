import type { Settings } from '../settings.ts'
import type { Call } from './draft-request.ts'
import { nextHost } from './hosts.ts'
import { nextDelay } from './next-delay.ts'
import { pause } from './pause.ts'

/** Sends a call that may be repeated, as the client's policy says. Loaded where there is one. */
export async function sendRetrying(
  { retry }: Settings, call: Call, exchange: (call: Call, host: string | undefined) => Promise<Response>,
): Promise<Response> {
  const { hosts, idempotent, method, signal } = call
  let [host] = hosts
  for (let attempt = 1; ; attempt++) {
    try {
      return await exchange(call, host)
    } catch (error) {
      const delay = signal?.aborted ? undefined : nextDelay(retry, { error, method, attempt, idempotent })
      if (delay === undefined) throw error
      await pause(delay, signal)
      host = nextHost(hosts, host ?? '', error)
    }
  }
}
