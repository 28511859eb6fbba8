import { describe, expect, it } from 'vitest'
import { compareLines, firstDifference, showEnds } from '../../../theme/clinic/compare-lines.ts'
import type { Piece } from '../../../theme/clinic/diff-tokens.ts'

const marked = (pieces: Piece[] | undefined) =>
  pieces?.map(({ text, kind }) => kind === 'other' ? `[${text}]` : kind === 'cut' ? '…' : text).join('')
const compare = (one: string, other: string, count = 5) =>
  compareLines(one, other, count).map(({ right, wrong }) => [marked(right), marked(wrong)])

describe('compareLines', () => {
  it('marks what differs in each line', () => {
    expect(compare('GET\n/v3/a?b=1\n', 'GET\n/v3/a\n')).toEqual([['GET\n', 'GET\n'], ['/v3/a[?b=1]\n', '/v3/a\n']])
  })

  it('marks line ends', () => {
    expect(compare('a\nb\n', 'a\r\nb')).toEqual([['a[\n]', 'a[\r\n]'], ['b[\n]', 'b']])
  })

  it('keeps a body of several lines together, and marks only its blanks', () => {
    expect(compare('t\nn\n{"a":1,"b":"x"}\n', 't\nn\n{\n  "a": 1,\n  "b": "x"\n}\n', 3).at(-1)).toEqual([
      '{"a":1,"b":"x"}\n', '{[\n  ]"a":[ ]1,[\n  ]"b":[ ]"x"[\n]}\n',
    ])
  })

  it('marks other orders and escapes by whole words', () => {
    expect(compare('{"a":1,"b":2}', '{"b":2,"a":1}')[0]![0]).toMatch(/\[.*\]/)
    expect(compare('"矿泉"', '"\\u77ff\\u6cc9"')).toEqual([['"[矿泉]"', '"[\\u77ff\\u6cc9]"']])
  })

  it('says which lines one of the strings lacks', () => {
    expect(compare('a\nb\n', 'a\n')).toEqual([['a\n', 'a\n'], ['[b\n]', undefined]])
  })

  it('keeps a character of two units whole', () => {
    expect(compare('😀', '😁')).toEqual([['[😀]', '[😁]']])
  })

  it('leaves out the middle of what is the same, and bounds what is compared and shown', () => {
    const long = 'x,'.repeat(5000)
    expect(compare(`${long}a`, `${long}b`)[0]![0]).toMatch(/^(x,){60}…(x,){60}\[a\]$/)
    const [pair] = compareLines('a,'.repeat(10_000), 'b;'.repeat(10_000), 5)
    expect(pair!.right!.map(({ text }) => text.length)).toEqual([4001])
  })
})

it('counts bytes, not characters', () => {
  expect(firstDifference('矿泉a', '矿泉b')).toBe(7)
})

it('shows what cannot be seen', () => {
  expect(showEnds('\ufeffa\t\u00a0\r\nb\n')).toBe('⟨BOM⟩a⟨TAB⟩⟨NBSP⟩⟨CR⟩⏎\nb⏎')
})
