import { describe, expect, it, vi } from 'vitest'
import type { RunEvent } from '../../src/messages.ts'
import { captureConsole } from '../../src/worker/console.ts'
import { hostileValues } from '../support/hostile.ts'

function capture(own: Partial<Console> = {}) {
  const events: RunEvent[] = []
  const console = { ...own } as Console
  captureConsole(console, event => events.push(event))
  return { console, events, texts: () => events.map(event => event.type === 'log' ? event.text : event.type) }
}

describe('captureConsole', () => {
  it('reports every level, with several values on one line', () => {
    const { console, events } = capture()
    console.log('status', 200)
    console.warn('slow')
    expect(events).toEqual([
      { type: 'log', level: 'log', text: 'status 200' },
      { type: 'log', level: 'warn', text: 'slow' },
    ])
  })

  it('prints objects on several lines, like formatted JSON', () => {
    const { console, texts } = capture()
    console.log({ order_id: '1', fees: [{ fee_amount: 1 }] })
    expect(texts()).toEqual([`{\n  order_id: '1',\n  fees: [\n    {\n      fee_amount: 1\n    }\n  ]\n}`])
  })

  it.each([
    ['the text of a download', new TextEncoder().encode('交易时间,公众账号ID').buffer, '交易时间,公众账号ID'],
    ['the size of other bytes', Uint8Array.of(0x89, 0xff), '2 字节，不是文本'],
  ])('prints %s', (_what, bytes, text) => {
    const { console, texts } = capture()
    console.log(bytes)
    expect(texts()).toEqual([text])
  })

  it('prints circular values', () => {
    const { console, texts } = capture()
    const loop: Record<string, unknown> = {}
    loop.self = loop
    console.log(loop)
    expect(texts()[0]).toContain('[Circular]')
  })

  it.each([...hostileValues])('prints %s that throws', (_what, value) => {
    const { console, texts } = capture()
    console.log('before', value)
    expect(texts()).toEqual([expect.stringMatching(/^before (?:Error: x|\[Error: x\]|（这个值读不出来)/)])
  })

  it.each(['table', 'dir', 'trace', 'group'] as const)('prints what %s shows', (method) => {
    const { console, texts } = capture()
    console[method]([1])
    expect(texts()).toEqual(['[ 1 ]'])
  })

  it('prints only assertions that fail', () => {
    const { console, events } = capture()
    console.assert(true, 'well')
    console.assert(false, 'not')
    expect(events).toEqual([{ type: 'log', level: 'error', text: 'Assertion failed not' }])
  })

  it.each(['count', 'time', 'timeLog', 'timeEnd', 'clear'] as const)('leaves %s without effect', (method) => {
    const original = vi.fn()
    const { console, events } = capture({ [method]: original })
    console[method]()
    expect(original).not.toHaveBeenCalled()
    expect(events).toEqual([])
  })
})
