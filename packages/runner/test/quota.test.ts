import { describe, expect, it } from 'vitest'
import type { Exchange, WorkerMessage } from '../src/messages.ts'
import { limits } from '../src/limits.ts'
import { Quota } from '../src/quota.ts'

const exchange = (body: string): Exchange => ({ request: { method: 'GET', url: 'https://x/v3', headers: {}, body } })
const log = (text: string): WorkerMessage => ({ type: 'log', level: 'log', text })
const output = (text: string): WorkerMessage => ({ type: 'output', text })
const error = (message: string): WorkerMessage => ({ type: 'error', name: 'Error', message })
const { port1: port } = new MessageChannel()
const fetch = (bytes: number): WorkerMessage =>
  ({ type: 'fetch', request: { method: 'POST', url: 'https://x/v3', headers: [], body: new ArrayBuffer(bytes) }, port })

/** Takes a message again and again, until one exceeds a limit. */
function takeUntilExcess(message: WorkerMessage) {
  const quota = new Quota()
  for (let taken = 0; taken <= limits.messages; taken++) {
    const excess = quota.take(message)
    if (excess) return { excess, taken }
  }
  return undefined
}

describe('Quota', () => {
  it.each([
    ['a log', log('x'), 'lines', limits.lines],
    ['a log of several lines', log('x\n\ny'), 'lines', Math.floor(limits.lines / 3)],
    ['a long log', log('x'.repeat(99_999)), 'characters', limits.characters / 100_000],
    ['an error', error('x'), 'lines', limits.lines],
    ['output without lines', output('x'.repeat(1_000)), 'characters', limits.characters / 1_000],
    ['output of lines', output('x\n'), 'lines', limits.lines],
    ['an exchange', { type: 'exchange', exchange: exchange('') }, 'exchanges', limits.exchanges],
    ['a request', fetch(0), 'requests', limits.requests],
    ['a large request', fetch(limits.sent / 2), 'sent', 2],
    ['a change of what the code waits for', { type: 'waiting', for: [] }, 'messages', limits.messages],
    ['a start', { type: 'started' }, 'messages', limits.messages],
  ] satisfies [string, WorkerMessage, string, number][])('limits %s', (_what, message, excess, taken) => {
    expect(takeUntilExcess(message)).toEqual({ excess, taken })
  })

  it('limits the length of exchanges', () => {
    const { excess, taken } = takeUntilExcess({ type: 'exchange', exchange: exchange('x'.repeat(500_000)) })!
    expect(excess).toBe('exchanged')
    expect(taken).toBe(39)
  })

  it('counts lines of logs, output and errors together', () => {
    const quota = new Quota()
    expect(quota.take(output('x\n'.repeat(limits.lines - 2)))).toBeUndefined()
    expect(quota.take(log('x'))).toBeUndefined()
    expect(quota.take(error('x'))).toBeUndefined()
    expect(quota.take(log('x'))).toBe('lines')
  })

  it('keeps the part of a text that is within the limits', () => {
    const quota = new Quota()
    quota.take(output('x\n'.repeat(limits.lines - 2)))
    expect(quota.fit('one\ntwo\nthree\n')).toBe('one\ntwo')
    expect(quota.fit('y'.repeat(limits.characters))).toHaveLength(limits.characters - 2 * (limits.lines - 2))
  })
})
