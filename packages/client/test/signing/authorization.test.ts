import { fc } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { formatAuthorization, parseAuthorization } from '../../src/signing/index.ts'

const parts = { mchid: '1900009191', serial: '1DDE55AD', timestamp: '1554208460', nonce: '593BEC0C', signature: 'dUp+/w==' }
const header = 'WECHATPAY2-SHA256-RSA2048 mchid="1900009191",serial_no="1DDE55AD",timestamp="1554208460",'
  + 'nonce_str="593BEC0C",signature="dUp+/w=="'

test('parts ⇄ header', () => {
  expect(formatAuthorization(parts)).toBe(header)
  expect(parseAuthorization(header)).toEqual(parts)
})

test('the order of the parts and spaces between them do not matter', () => {
  expect(parseAuthorization('WECHATPAY2-SHA256-RSA2048 signature="dUp+/w==", nonce_str="593BEC0C" ,'
    + 'timestamp="1554208460",serial_no="1DDE55AD",mchid="1900009191"')).toEqual(parts)
})

test.each([
  ['absent', undefined], ['null', null], ['empty', ''], ['of another scheme', 'Bearer x'],
  ['of another algorithm', header.replace('RSA2048', 'SM2')],
  ['short of a part', header.replace('timestamp="1554208460",', '')],
  ['short of a value', header.replace('1554208460', '')],
  ['with a part twice', `${header},mchid="1"`],
  ['with a part nobody knows', `${header},x="1"`],
  ['without quotation marks', header.replaceAll('"', '')],
  ['with something behind', `${header};`],
])('a header %s is undefined', (_, header) => {
  expect(parseAuthorization(header)).toBeUndefined()
})

test('whatever the header, it is read or undefined', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('mchid="', '",', 'nonce_str=', '"', ' ', 'constructor="1"'))
  fc.assert(fc.property(fc.array(piece), (pieces) => {
    expect(parseAuthorization(`WECHATPAY2-SHA256-RSA2048 ${pieces.join('')}`)).toBeUndefined()
  }))
})

test('a long header is read in no time', () => {
  expect(parseAuthorization(`WECHATPAY2-SHA256-RSA2048 mchid="${' '.repeat(1_000_000)}`)).toBeUndefined()
  expect(parseAuthorization(`WECHATPAY2-SHA256-RSA2048 ${',a'.repeat(1_000_000)}`)).toBeUndefined()
})
