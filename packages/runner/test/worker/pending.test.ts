import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Pending, trackTimeouts } from '../../src/worker/pending.ts'

describe('Pending', () => {
  it('is drained if nothing is pending', async () => {
    await expect(new Pending().drained()).resolves.toBeUndefined()
  })

  it('is drained when the last of several ends', async () => {
    const pending = new Pending()
    const steps: string[] = []
    const [first, second] = ['first', 'second'].map(what => pending.add(what))
    const drained = pending.drained().then(() => steps.push('drained'))
    first!()
    first!()
    await Promise.resolve()
    steps.push('one left')
    second!()
    await drained
    expect(steps).toEqual(['one left', 'drained'])
  })

  it('reports the first three when they change', () => {
    const reports: string[][] = []
    const pending = new Pending(waiting => reports.push(waiting))
    const end = pending.add('a')
    for (const what of ['b', 'c', 'd']) pending.add(what)
    end()
    expect(reports).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c'], ['b', 'c', 'd']])
  })

  it('reports timers only if no request is pending', () => {
    const reports: string[][] = []
    const pending = new Pending(waiting => reports.push(waiting))
    pending.add('timer', 'timer')
    pending.add('request')()
    expect(reports).toEqual([['timer'], ['request'], ['timer']])
  })
})

describe('trackTimeouts', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  function tracked() {
    const pending = new Pending()
    const scope = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout }
    trackTimeouts(scope, pending)
    const drained = vi.fn()
    return { scope, drained, watch: () => void pending.drained().then(drained) }
  }

  it('waits for a timeout and passes its arguments', async () => {
    const { scope, drained, watch } = tracked()
    const callback = vi.fn()
    scope.setTimeout(callback, 1_000, 'a', 2)
    watch()
    await vi.advanceTimersByTimeAsync(999)
    expect(drained).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(1)
    expect(callback).toHaveBeenCalledExactlyOnceWith('a', 2)
    expect(drained).toHaveBeenCalledOnce()
  })

  it('does not wait for a cleared timeout, even if it is cleared twice', async () => {
    const { scope, drained, watch } = tracked()
    const id = scope.setTimeout(() => {}, 1_000)
    scope.clearTimeout(id)
    scope.clearTimeout(id)
    watch()
    await vi.advanceTimersByTimeAsync(0)
    expect(drained).toHaveBeenCalledOnce()
  })
})
