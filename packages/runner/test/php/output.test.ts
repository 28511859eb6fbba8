import { describe, expect, it } from 'vitest'
import { maxBytes, Output } from '../../src/php/output.ts'

function gather() {
  const texts: string[] = []
  const output = new Output(text => texts.push(text))
  const print = (text: string | Uint8Array) => {
    for (const byte of Buffer.from(text)) output.push(byte)
  }
  return { texts, output, print }
}

describe('Output', () => {
  it('emits the output once when flushed', () => {
    const { texts, output, print } = gather()
    print('一\n')
    print('two')
    expect(texts).toEqual([])
    output.flush()
    output.flush()
    print('three')
    output.flush()
    expect(texts).toEqual(['一\ntwo', 'three'])
  })

  it('does not split characters', () => {
    const { texts, output, print } = gather()
    const [first, ...rest] = Buffer.from('中')
    print(Uint8Array.of(first!))
    output.flush()
    print(Uint8Array.from(rest))
    output.flush()
    expect(texts).toEqual(['中'])
  })

  it('keeps a byte order mark and replaces invalid bytes', () => {
    const { texts, output, print } = gather()
    print('\u{feff}a')
    print(Uint8Array.of(0xff, 0x62))
    output.flush()
    expect(texts.join('')).toBe('\u{feff}a\u{fffd}b')
  })

  it('stops after a million bytes and reports it once', () => {
    const { texts, output, print } = gather()
    print('x'.repeat(maxBytes + 10))
    output.flush()
    const text = texts.join('')
    expect(text.replace(/^x+/, '')).toBe('\n……输出到此为止：超过 1000000 字节\n')
    expect(text.lastIndexOf('x', maxBytes)).toBe(maxBytes - 1)
  })
})
