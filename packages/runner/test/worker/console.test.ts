import { describe, expect, it } from 'vitest'
import type { RunEvent } from '../../src/messages.ts'
import { captureConsole, maxLength, maxLines } from '../../src/worker/console.ts'

function capture() {
  const events: RunEvent[] = []
  const console = {} as Console
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

  it('limits the number of lines and reports it once', () => {
    const { console, texts } = capture()
    for (let line = 0; line < maxLines * 2; line++) console.log('again')
    expect(texts()).toHaveLength(maxLines + 1)
    expect(texts().at(-1)).toContain(`超过 ${maxLines} 行`)
  })

  it('limits the length of a line', () => {
    const { console, texts } = capture()
    console.log('x'.repeat(maxLength * 2))
    expect(texts()[0]?.length).toBeLessThan(maxLength + 50)
    expect(texts()[0]).toContain(`共 ${maxLength * 2} 个字符`)
  })
})
