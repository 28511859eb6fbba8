import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { expect, it } from 'vitest'
import { readPublicKey } from '../../src/crypto/key-input.ts'
import { createPublicKey } from '../../src/crypto/public-key.ts'
import { check, checkAsync } from '../../src/signing/check.ts'
import { createKeyPair } from '../support/openssl.ts'

const [byKey, byCertificate] = [createKeyPair(), createKeyPair()]
const serial = '5157F09EFDC096DE15EBE81A47057A7232F1B8E1'
const publicKeyOf = (pem: string) => createPublicKey(readPublicKey('certs', pem).key)
const certs = new Map([
  ['PUB_KEY_ID_1', publicKeyOf(byKey.publicKey)], [serial, publicKeyOf(byCertificate.certificate)],
])
const trust = { now: () => 1_700_000_000_000, certs }
const body = '{"out_trade_no":"1","payer":"用户"}\n'
const message = `1700000000\nN\n${body}\n`
const received = (by = 'PUB_KEY_ID_1', signature = byKey.sign(message)) => ({
  headers: {
    'wechatpay-timestamp': '1700000000', 'wechatpay-nonce': 'N', 'wechatpay-serial': by, 'wechatpay-signature': signature,
  },
  body: new TextEncoder().encode(body),
})
const right = received()

/** The result of both twins, which must be equal. */
async function find(response: typeof right) {
  const found = check(response, trust)
  expect(await checkAsync(response, trust)).toEqual(found)
  return found
}

it('trusts a public key and a certificate at the same time', async () => {
  expect(await find(right)).toEqual({ verified: true, serial: 'PUB_KEY_ID_1', message })
  const other = received(serial, byCertificate.sign(message))
  expect(await find(other)).toEqual({ verified: true, serial, message })
  expect(await find(received(serial))).toMatchObject({ verified: false, serial })
  expect(await find(received('PUB_KEY_ID_1', byCertificate.sign(message)))).toHaveProperty('verified', false)
})

it('trusts a certificate that was added later', async () => {
  const late = new Map<string, ReturnType<typeof createPublicKey>>()
  expect(check(right, { ...trust, certs: late })).toHaveProperty('verified', false)
  late.set('PUB_KEY_ID_1', publicKeyOf(byKey.publicKey))
  expect(check(right, { ...trust, certs: late })).toHaveProperty('verified', true)
})

it('detects any changed byte of the body', async () => {
  const [spot, flip] = [fc.nat(right.body.length - 1), fc.integer({ min: 1, max: 255 })]
  await fuzz(fc.asyncProperty(spot, flip, async (at, change) => {
    const changed = Uint8Array.from(right.body)
    changed[at]! ^= change
    expect(await find({ ...right, body: changed })).toHaveProperty('verified', false)
  }))
})

it('detects any added or missing byte', async () => {
  await fuzz(fc.asyncProperty(fc.nat(right.body.length), fc.nat(255), async (at, byte) => {
    const longer = Uint8Array.from([...right.body.slice(0, at), byte, ...right.body.slice(at)])
    expect(await find({ ...right, body: longer })).toHaveProperty('verified', false)
    expect(await find({ ...right, body: right.body.slice(0, at).slice(0, -1) })).toHaveProperty('verified', false)
  }))
})

it('detects any changed character of the signed headers', async () => {
  const names = fc.constantFrom(...Object.keys(right.headers) as (keyof typeof right.headers)[])
  await fuzz(fc.asyncProperty(names, fc.nat(), fc.string({ maxLength: 2 }), async (name, at, other) => {
    const value = right.headers[name]
    const spot = at % value.length
    const changed = value.slice(0, spot) + other + value.slice(spot + 1)
    fc.pre(changed !== value)
    expect(await find({ ...right, headers: { ...right.headers, [name]: changed } })).toHaveProperty('verified', false)
  }))
})
