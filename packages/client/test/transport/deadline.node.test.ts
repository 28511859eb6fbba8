import { getEventListeners } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startDeadline } from '../../src/transport/deadline.ts'
import { pause } from '../../src/transport/pause.ts'

beforeEach(() => { vi.useFakeTimers() })
afterEach(() => { vi.useRealTimers() })

const never = new Promise<never>(() => {})

it('resolves in time and clears its timer', async () => {
  const deadline = startDeadline(100)
  expect(await deadline.race(Promise.resolve(7))).toBe(7)
  deadline.stop()
  expect(vi.getTimerCount()).toBe(0)
  expect(deadline.signal.aborted).toBe(false)
})

it('rejects after the timeout and aborts the transport', async () => {
  const deadline = startDeadline(100)
  const raced = deadline.race(never).catch((error: unknown) => error)
  vi.advanceTimersByTime(100)
  expect(await raced).toMatchObject({ name: 'TimeoutError', message: 'timeout after 100 ms' })
  expect(deadline.signal.reason).toBe(await raced)
})

it('sets no timer for Infinity', () => {
  startDeadline(Infinity)
  expect(vi.getTimerCount()).toBe(0)
})

it.each(['before', 'while', 'between'])('rejects if the signal is aborted %s', async (when) => {
  const controller = new AbortController()
  const reason = new Error('enough')
  if (when === 'before') controller.abort(reason)
  const deadline = startDeadline(100, controller.signal)
  if (when === 'between') {
    await deadline.race(Promise.resolve())
    controller.abort(reason)
  }
  const raced = deadline.race(never).catch((error: unknown) => error)
  if (when === 'while') controller.abort(reason)
  expect(await raced).toBe(reason)
  deadline.stop()
  expect(getEventListeners(controller.signal, 'abort')).toEqual([])
})

it('ends a pause after its time or with the signal', async () => {
  const { signal } = new AbortController()
  const paused = pause(50, signal)
  vi.advanceTimersByTime(50)
  await expect(paused).resolves.toBeUndefined()
  expect(getEventListeners(signal, 'abort')).toEqual([])

  await expect(pause(50, AbortSignal.abort('enough'))).rejects.toBe('enough')
  expect(vi.getTimerCount()).toBe(0)
})
