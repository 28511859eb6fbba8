import { describe, expect, it } from 'vitest'
import { Output } from '../../src/php/output.ts'

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

  it('emits long output in parts, without an end of line', () => {
    const { texts, output, print } = gather()
    print('x'.repeat(40_000))
    expect(texts.map(({ length }) => length)).toEqual([16_384, 16_384])
    output.flush()
    expect(texts.join('')).toBe('x'.repeat(40_000))
  })
})
