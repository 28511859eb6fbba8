import { createPublicKey, sign, verify } from 'node:crypto'
import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, it } from 'vitest'
import { createClient } from '../../src/client.ts'
import { createKeyPair } from '../support/openssl.ts'

const merchant = createKeyPair()
const platform = createKeyPair()
const serial = 'PUB_KEY_ID_1'
const credentials = {
  mchid: '1900000001', serial: 'ABC', privateKey: merchant.privateKey, certs: { [serial]: platform.publicKey },
}
const merchantKey = createPublicKey(merchant.publicKey)

/** Whether the merchant signed the platform's `Request` of a call. */
async function isSigned(request: Request): Promise<boolean> {
  const { timestamp, nonce, signature = '' } = /timestamp="(?<timestamp>.*)",nonce_str="(?<nonce>.*)",signature="(?<signature>.*)"$/
    .exec(request.headers.get('Authorization') ?? '')?.groups ?? {}
  const { pathname, search } = new URL(request.url)
  const body = Buffer.from(await request.arrayBuffer())
  const message = Buffer.concat([
    Buffer.from(`${request.method}\n${pathname}${search}\n${timestamp}\n${nonce}\n`), body, Buffer.from('\n'),
  ])
  return verify('sha256', message, merchantKey, Buffer.from(signature, 'base64'))
}

const text = fc.string({ unit: fc.oneof(fc.constantFrom(...' %/?#:+&=.;@\\"\'<>~用😀\u0000\ufeff\n\r'), fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })) })
  .filter(value => value.isWellFormed())
const body = fc.oneof(
  fc.record({ body: text }), fc.record({ json: fc.jsonValue() }),
  fc.record({ body: text.map(value => new TextEncoder().encode(value)) }),
)
const segment = text.filter(value => !['', '.', '..'].includes(value))

it('signs every request byte for byte as it is sent', async () => {
  const seen: Request[] = []
  const fetch = async (...request: ConstructorParameters<typeof Request>) => {
    seen.push(new Request(...request))
    return new Response(null, { status: 500 })
  }
  const wxpay = createClient({ ...credentials, fetch: fetch as typeof globalThis.fetch })
  await fuzz(fc.asyncProperty(
    segment, fc.dictionary(fc.string({ unit: 'grapheme' }), text),
    fc.constantFrom('post', 'put', 'patch', 'delete'), body,
    async (id, query, verb, body) => {
      seen.length = 0
      await wxpay.chain('v3/pay/{id}/close')[`${verb}Async`]({ id, query, ...body }).catch(() => {})
      expect(seen).toHaveLength(1)
      expect(await isSigned(seen[0]!)).toBe(true)
    }), { numRuns: runs(150) })
})

const answer = Buffer.from('{"order_id":"1","state":"用户"}')
const now = 1_700_000_000_000

it('refuses a response with any changed byte', async () => {
  const message = Buffer.concat([Buffer.from(`${now / 1000}\nN\n`), answer, Buffer.from('\n')])
  const signature = sign('sha256', message, platform.privateKey)
  const signed = { 'Wechatpay-Timestamp': String(now / 1000), 'Wechatpay-Nonce': 'N', 'Wechatpay-Serial': serial }
  const call = async (body: Uint8Array<ArrayBuffer>, bytes: Uint8Array, headers = signed) => {
    const all = { ...headers, 'Wechatpay-Signature': Buffer.from(bytes).toString('base64') }
    const fetch = async () => new Response(body, { headers: all })
    const wxpay = createClient({ ...credentials, now: () => now, fetch })
    return wxpay.v3.x.getAsync().then(() => 'let pass', (error: Error) => error.name)
  }
  const flip = (bytes: Uint8Array, at: number, mask: number) =>
    Uint8Array.from(bytes, (byte, index) => index === at ? byte ^ mask : byte)
  const mask = fc.integer({ min: 1, max: 255 })

  expect(await call(new Uint8Array(answer), signature)).toBe('let pass')
  await fuzz(fc.asyncProperty(fc.nat(answer.length - 1), mask, async (at, mask) => {
    expect(await call(flip(answer, at, mask), signature)).toBe('SignatureError')
  }))
  await fuzz(fc.asyncProperty(fc.nat(signature.length - 1), mask, async (at, mask) => {
    expect(await call(new Uint8Array(answer), flip(signature, at, mask))).toBe('SignatureError')
  }))
  for (const other of [
    { 'Wechatpay-Timestamp': String(now / 1000 + 1) }, { 'Wechatpay-Nonce': 'M' }, { 'Wechatpay-Nonce': 'N\u00a0' },
    { 'Wechatpay-Serial': 'PUB_KEY_ID_2' },
  ]) {
    expect(await call(new Uint8Array(answer), signature, { ...signed, ...other })).toBe('SignatureError')
  }
  for (const body of [`${answer} `, `\ufeff${answer}`, `${answer}`.slice(1), '']) {
    expect(await call(new TextEncoder().encode(body), signature)).toBe('SignatureError')
  }
})
