import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { finishBeforeActions, finishTurns, inTurn } from '../../../theme/page/in-turn.ts'

describe('inTurn', () => {
  let done: string[]
  const task = (name: string) => () => { done.push(name) }

  beforeEach(() => {
    done = []
    vi.useFakeTimers()
  })
  afterEach(() => {
    finishTurns()
    vi.useRealTimers()
  })

  it('runs each function in a separate task, in order', async () => {
    inTurn(() => {
      done.push('first')
      queueMicrotask(task('end of the first task'))
    })
    inTurn(task('second'))
    expect(done).toEqual([])
    await vi.runAllTimersAsync()
    expect(done).toEqual(['first', 'end of the first task', 'second'])
  })

  it('goes on after a task that throws', () => {
    inTurn(() => { throw new Error('broken') })
    inTurn(task('second'))
    expect(() => vi.advanceTimersToNextTimer()).toThrow('broken')
    vi.runAllTimers()
    expect(done).toEqual(['second'])
  })

  it('forgets a task that is taken back', () => {
    const takeBack = inTurn(task('first'))
    inTurn(task('second'))
    takeBack()
    vi.runAllTimers()
    takeBack()
    expect(done).toEqual(['second'])
  })

  it('finishes all tasks, and those that they begin, before the reader’s action', () => {
    const window = new EventTarget()
    finishBeforeActions(window)
    window.addEventListener('click', task('action'))
    inTurn(() => { inTurn(task('second')) })
    window.dispatchEvent(new Event('click'))
    expect(done).toEqual(['second', 'action'])
    vi.runAllTimers()
    expect(done).toEqual(['second', 'action'])
  })
})
