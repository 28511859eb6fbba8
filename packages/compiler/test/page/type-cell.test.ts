import { describe, expect, test } from 'vitest'
import { parseTypeCell } from '../../src/page/type-cell.ts'

describe('parseTypeCell', () => {
  test.each([
    ['string', { type: 'string' }],
    ['object[]', { type: 'object[]' }],
    ['string(127)', { type: 'string', maxLength: 127 }],
    ['string(6,32)', { type: 'string', minLength: 6, maxLength: 32 }],
    ['string(6, 32)', { type: 'string', minLength: 6, maxLength: 32 }],
    ['string(6,)', { type: 'string', minLength: 6 }],
    ['string(20字符)', { type: 'string', maxLength: 20, lengthUnit: 'characters' }],
    ['string(1,20字符)', { type: 'string', minLength: 1, maxLength: 20, lengthUnit: 'characters' }],
    ['string(32)[]', { type: 'string[]', maxLength: 32 }],
    ['integer(1,)', { type: 'integer', minimum: 1 }],
    ['integer(-5,100)', { type: 'integer', minimum: -5, maximum: 100 }],
    ['number(,100)', { type: 'number', maximum: 100 }],
  ])('reads %s', (text, expected) => {
    expect(parseTypeCell(text)).toEqual(expected)
  })

  test.each(['text', 'array', '', 'String', 'string()', 'string(32', 'string 32'])('rejects the type %j', (text) => {
    expect(parseTypeCell(text)).toMatch(/^(use one of string, integer|write limits as string\(127\))/)
  })

  test.each(['string(a)', 'string(32,6)', 'string(-1)', 'string(,)', 'integer(5)', 'integer(1,20字符)', 'object(3)'])(
    'rejects the limits of %s', (text) => {
      expect(parseTypeCell(text)).toMatch(/^write limits as/)
    })
})
