import { describe, expect, it } from 'vitest'
import { compareLines, firstDifference, type Piece, showEnds } from '../../../theme/clinic/compare-lines.ts'

const marked = (pieces: Piece[] | undefined) =>
  pieces?.map(({ text, kind }) => kind === 'other' ? `[${text}]` : kind === 'cut' ? '…' : text).join('')
const compare = (one: string, other: string) =>
  compareLines(one, other).map(({ right, wrong }) => [marked(right), marked(wrong)])

describe('compareLines', () => {
  it('marks what differs in each line', () => {
    expect(compare('GET\n/v3/a?b=1\n', 'GET\n/v3/a\n')).toEqual([['GET\n', 'GET\n'], ['/v3/a[?b=1]\n', '/v3/a\n']])
  })

  it('marks line ends', () => {
    expect(compare('a\nb\n', 'a\r\nb')).toEqual([['a\n', 'a[\r]\n'], ['b[\n]', 'b']])
  })

  it('says which lines one of the strings lacks', () => {
    expect(compare('a\nb\n', 'a\n')).toEqual([['a\n', 'a\n'], ['[b\n]', undefined]])
  })

  it('keeps a character of two units whole', () => {
    expect(compare('😀', '😁')).toEqual([['[😀]', '[😁]']])
  })

  it('leaves out the middle of what is the same in a long line, and bounds the lines', () => {
    const long = 'x'.repeat(5000)
    expect(compare(`${long}a`, `${long}b`)).toEqual([
      [`${'x'.repeat(120)}…${'x'.repeat(120)}[a]`, `${'x'.repeat(120)}…${'x'.repeat(120)}[b]`],
    ])
    expect(compareLines('a\n'.repeat(10_000), 'b\n'.repeat(10_000))).toHaveLength(101)
  })
})

it('counts bytes, not characters', () => {
  expect(firstDifference('矿泉a', '矿泉b')).toBe(7)
})

it('shows what cannot be seen', () => {
  expect(showEnds('\ufeffa\t\u00a0\r\n')).toBe('⟨BOM⟩a⟨TAB⟩⟨NBSP⟩⟨CR⟩⏎')
})
