/** Ends an operation after a time or by a signal, even if the transport ignores its signal. */
export interface Deadline {
  /** For the transport. */
  signal: AbortSignal
  /** The result of the promise; rejects with the reason if the deadline passes first. */
  race: <T>(promise: Promise<T>) => Promise<T>
  /** Frees the timer; to be called at the end. */
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
  const giveUp = () => controller.abort(new DOMException(`timeout after ${timeout} ms`, 'TimeoutError'))
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
