/** The end of something that takes too long or is no longer wanted, also where a transport minds no signal. */
export interface Deadline {
  /** For the transport. */
  signal: AbortSignal
  /** What the promise comes to, or the reason why it was not waited for. */
  race: <T>(promise: Promise<T>) => Promise<T>
  /** Is to be called when nothing is waited for any more. */
  stop: () => void
}

/**
 * Starts a deadline.
 *
 * @param timeout milliseconds, may be `Infinity`
 */
export function startDeadline(timeout: number, signal?: AbortSignal): Deadline {
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  const giveUp = () => controller.abort(new DOMException(`nothing came within ${timeout} ms`, 'TimeoutError'))
  const timer = timeout === Infinity ? undefined : setTimeout(giveUp, timeout)
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  return {
    signal: controller.signal,
    race: async promise => new Promise((resolve, reject) => {
      const end = () => reject(controller.signal.reason)
      controller.signal.addEventListener('abort', end)
      if (controller.signal.aborted) end()
      promise.then(resolve, reject)
    }),
    stop: () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    },
  }
}
