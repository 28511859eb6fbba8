import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { expect, it } from 'vitest'
import { formatAuthorization, parseAuthorization } from '../../src/signing/index.ts'

const parts = { mchid: '1900009191', serial: '1DDE55AD', timestamp: '1554208460', nonce: '593BEC0C', signature: 'dUp+/w==' }
const header = 'WECHATPAY2-SHA256-RSA2048 mchid="1900009191",serial_no="1DDE55AD",timestamp="1554208460",'
  + 'nonce_str="593BEC0C",signature="dUp+/w=="'

it('converts parts to a header and back', () => {
  expect(formatAuthorization(parts)).toBe(header)
  expect(parseAuthorization(header)).toEqual(parts)
})

it('reads parts in any order, with spaces between them', () => {
  expect(parseAuthorization('WECHATPAY2-SHA256-RSA2048 signature="dUp+/w==", nonce_str="593BEC0C" ,'
    + 'timestamp="1554208460",serial_no="1DDE55AD",mchid="1900009191"')).toEqual(parts)
})

it.each([
  ['absent', undefined], ['null', null], ['empty', ''], ['of another scheme', 'Bearer x'],
  ['of another algorithm', header.replace('RSA2048', 'SM2')],
  ['short of a part', header.replace('timestamp="1554208460",', '')],
  ['short of a value', header.replace('1554208460', '')],
  ['with a part twice', `${header},mchid="1"`],
  ['with an unknown part', `${header},x="1"`],
  ['without quotation marks', header.replaceAll('"', '')],
  ['with something behind', `${header};`],
])('returns undefined for a header %s', (_, header) => {
  expect(parseAuthorization(header)).toBeUndefined()
})

it('reads any header or returns undefined', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('mchid="', '",', 'nonce_str=', '"', ' ', 'constructor="1"'))
  fuzz(fc.property(fc.array(piece), (pieces) => {
    expect(parseAuthorization(`WECHATPAY2-SHA256-RSA2048 ${pieces.join('')}`)).toBeUndefined()
  }))
})

it('reads a long header in linear time', () => {
  expect(parseAuthorization(`WECHATPAY2-SHA256-RSA2048 mchid="${' '.repeat(1_000_000)}`)).toBeUndefined()
  expect(parseAuthorization(`WECHATPAY2-SHA256-RSA2048 ${',a'.repeat(1_000_000)}`)).toBeUndefined()
})
