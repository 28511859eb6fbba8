import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { describe, expect, it } from 'vitest'
import { encodeRfc3986, textOf } from '../../src/access/encode.ts'

describe('encodeRfc3986', () => {
  // As the official PHP library does.
  it.each([
    ['a b', 'a%20b'],
    ['a/b', 'a%2Fb'],
    ['a?b#c', 'a%3Fb%23c'],
    ['(a)!*\'~', '%28a%29%21%2A%27~'],
    ['用户', '%E7%94%A8%E6%88%B7'],
    ['a%2Fb', 'a%252Fb'],
    ['2015-05-20T13:29:35+08:00', '2015-05-20T13%3A29%3A35%2B08%3A00'],
    ['ABCdef-._~', 'ABCdef-._~'],
  ])('%s → %s', (text, encoded) => {
    expect(encodeRfc3986('x', text)).toBe(encoded)
  })

  it('leaves only unreserved characters, and can be decoded', () => {
    fuzz(fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(text.isWellFormed())
      const encoded = encodeRfc3986('x', text)
      expect(encoded).toMatch(/^([A-Za-z\d\-._~]|%[\dA-F]{2})*$/)
      expect(decodeURIComponent(encoded)).toBe(text)
    }))
  })

  it('refuses half a surrogate pair, naming the value', () => {
    expect(() => encodeRfc3986('openid', '\ud800')).toThrow('openid: is not well-formed Unicode')
  })
})

it.each<[unknown, string | undefined]>([
  ['a', 'a'], ['', ''], [0, '0'], [1.5, '1.5'], [true, 'true'], [10n, '10'],
  [NaN, undefined], [Infinity, undefined], [null, undefined], [undefined, undefined], [[], undefined],
  [{}, undefined], [() => 1, undefined], [Symbol.iterator, undefined],
])('converts %o to %j', (value, text) => {
  expect(textOf(value)).toBe(text)
})
