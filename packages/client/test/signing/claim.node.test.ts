import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { describe, expect, it } from 'vitest'
import type { Verification } from '../../src/options.ts'
import { type Claim, conclude, readClaim, type Received } from '../../src/signing/claim.ts'
import { createVerifier } from '../../src/crypto/platform/node.ts'
import { createKeyPair } from '../support/openssl.ts'

const now = 1_700_000_000_999
const trust = { now, serials: new Set(['PUB_KEY_ID_1']) }
const headers = {
  'wechatpay-timestamp': '1700000000', 'wechatpay-nonce': 'N', 'wechatpay-serial': 'PUB_KEY_ID_1',
  'wechatpay-signature': 'c2ln',
}
const response = (other: Record<string, string> = {}, body: string | Uint8Array = '{}'): Received => ({
  headers: { ...headers, ...other },
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})
const reasonOf = (response: Received) => {
  const claim = readClaim(response, trust)
  return 'reason' in claim ? claim.reason : undefined
}

it('reads a complete claim', () => {
  expect(readClaim(response({}, '{"a":"用"}\n'), trust))
    .toEqual({ serial: 'PUB_KEY_ID_1', signature: 'c2ln', message: '1700000000\nN\n{"a":"用"}\n\n' })
})

describe('checks a claim in the order of the official library', () => {
  const wrongs = { 'wechatpay-nonce': '', 'wechatpay-timestamp': '1', 'wechatpay-serial': 'X' }
  it('checks headers, then clock, then serial number, then body', () => {
    expect(reasonOf(response(wrongs))).toBe('Wechatpay-Nonce missing')
    expect(reasonOf(response({ ...wrongs, 'wechatpay-nonce': 'N' }))).toContain('s off this clock')
    expect(reasonOf(response({ 'wechatpay-serial': 'X' }, new Uint8Array([0xff])))).toContain('"X" is not in certs')
    expect(reasonOf(response({}, new Uint8Array([0xff])))).toBe('the body is not UTF-8 text')
  })

  it('names all missing headers', () => {
    expect(readClaim({ headers: {}, body: new Uint8Array() }, trust)).toEqual({
      verified: false,
      reason: 'Wechatpay-Timestamp, Wechatpay-Nonce, Wechatpay-Serial, Wechatpay-Signature missing',
    })
  })
})

it.each([['1700000300', true], ['1699999700', true], ['1700000301', false], ['1699999699', false]])(
  'at 1700000000 the timestamp %s is accepted: %s', (timestamp, accepted) => {
    expect(reasonOf(response({ 'wechatpay-timestamp': timestamp })) === undefined).toBe(accepted)
  })

it.each(['NaN', '1.7e9', '1700000000.0', ' 1700000000', '+1700000000', '0x6553f100', '1700000000, 1700000000',
  '１７０００００００００', 'Infinity', '9'.repeat(400)])('refuses the timestamp %j', (timestamp) => {
  expect(reasonOf(response({ 'wechatpay-timestamp': timestamp }))).toMatch(/not a whole number|Infinity s off/)
})

it('refuses every timestamp if the clock has no time', () => {
  expect(readClaim(response({}), { ...trust, now: NaN })).toMatchObject({ verified: false })
})

it('keeps a byte order mark in the signed string', () => {
  const claim = readClaim(response({}, new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])), trust)
  expect(claim).toHaveProperty('message', '1700000000\nN\n\ufeff{}\n')
})

it('gives a reason for a wrong signature only', () => {
  const claim: Claim = { serial: 'S', message: 'M', signature: 'X' }
  expect(conclude(claim, true)).toEqual<Verification>({ verified: true, serial: 'S', message: 'M' })
  expect(conclude(claim, false)).toEqual<Verification>(
    { verified: false, serial: 'S', reason: 'Wechatpay-Signature does not match' })
})

it('names a signature probe', () => {
  const claim: Claim = { serial: 'S', message: 'M', signature: 'WECHATPAY/SIGNTEST/X' }
  expect(conclude(claim, false)).toHaveProperty('reason', 'Wechatpay-Signature is a WECHATPAY/SIGNTEST/ probe of WeChat Pay')
})

it('refuses a signed response with any changed byte', () => {
  const pair = createKeyPair()
  const der = new Uint8Array(Buffer.from(pair.publicKey.replace(/-----.*-----/g, ''), 'base64'))
  const holds = createVerifier(der)
  // A lenient decoder would read damaged bytes as U+FFFD.
  const body = '{"out_order_no":"1","reason":"用户\ufffd"}'
  const right = response({ 'wechatpay-signature': pair.sign(`1700000000\nN\n${body}\n`) }, body)
  const trusted = (response: Received) => {
    const claim = readClaim(response, trust)
    return 'signature' in claim && holds(claim.message, claim.signature)
  }
  expect(trusted(right)).toBe(true)

  fuzz(fc.property(fc.nat(right.body.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
    const changed = right.body.slice()
    changed[at]! ^= mask
    expect(trusted({ ...right, body: changed })).toBe(false)
  }), { numRuns: runs(1000) })

  const character = fc.integer({ min: 0x20, max: 0x7e })
  const header = fc.constantFrom(...Object.keys(headers)).chain(name =>
    fc.tuple(fc.constant(name), fc.nat(right.headers[name]!.length - 1), character))
  fuzz(fc.property(header, ([name, at, code]) => {
    const value = right.headers[name]!
    const changed = value.slice(0, at) + String.fromCharCode(code) + value.slice(at + 1)
    fc.pre(changed !== value)
    expect(trusted({ ...right, headers: { ...right.headers, [name]: changed } })).toBe(false)
  }), { numRuns: runs(2000) })
})
