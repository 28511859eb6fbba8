import { createCipheriv, X509Certificate } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../src/client.ts'
import type { ClientOptions } from '../../src/options.ts'
import { createKeyPair, type KeyPair } from '../support/openssl.ts'

const secret = 'an APIv3 key of just 32 bytes...'
const [merchant, old, fresh] = [createKeyPair(), createKeyPair(), createKeyPair()]
const serialOf = ({ certificate }: KeyPair) => new X509Certificate(certificate).serialNumber

/** A certificate in the list, encrypted by OpenSSL as the documentation describes it. */
function entry(pair: KeyPair, { effective = '2026-01-01T00:00:00+08:00', expire = '2031-01-01T00:00:00+08:00', key = secret } = {}) {
  const cipher = createCipheriv('aes-256-gcm', key, 'eabd3fd53cb2').setAAD(Buffer.from('certificate'))
  const bytes = Buffer.concat([cipher.update(pair.certificate), cipher.final(), cipher.getAuthTag()])
  return {
    serial_no: serialOf(pair), effective_time: effective, expire_time: expire,
    encrypt_certificate: {
      algorithm: 'AEAD_AES_256_GCM', nonce: 'eabd3fd53cb2', associated_data: 'certificate', ciphertext: bytes.toString('base64'),
    },
  }
}

/** A response as WeChat Pay would send it, signed by openssl. */
const answer = (signer: KeyPair, data: unknown, now: number) => {
  const body = JSON.stringify({ data })
  const timestamp = Math.floor(now / 1000)
  return new Response(body, { headers: {
    'Content-Type': 'application/json', 'Wechatpay-Timestamp': `${timestamp}`, 'Wechatpay-Nonce': 'N',
    'Wechatpay-Serial': serialOf(signer), 'Wechatpay-Signature': signer.sign(`${timestamp}\nN\n${body}\n`),
  } })
}

let now = Date.parse('2026-06-01T00:00:00+08:00')
let reply: () => Response = () => Response.error()
const urls: string[] = []
const options: ClientOptions = {
  mchid: '1900000001', serial: serialOf(merchant), privateKey: merchant.privateKey, secret, now: () => now,
  fetch: async (url) => {
    urls.push(String(url))
    return reply()
  },
}
const getSignedBy = (client: ReturnType<typeof createClient>, pair: KeyPair) => {
  reply = () => answer(pair, [], now)
  return client.chain('v3/x').getAsync()
}
beforeEach(() => {
  now = Date.parse('2026-06-01T00:00:00+08:00')
  urls.length = 0
})

describe('a client without a trusted key', () => {
  it('refuses every response', async () => {
    await expect(getSignedBy(createClient(options), old)).rejects.toThrow('is not in certs')
  })

  it('trusts the certificates that its APIv3 key decrypts and that sign their own list', async () => {
    const wxpay = createClient(options)
    reply = () => answer(old, [entry(old)], now)
    expect(await wxpay.certificates()).toEqual([{
      serial: serialOf(old), certificate: old.certificate,
      effectiveTime: new Date('2025-12-31T16:00:00Z'), expireTime: new Date('2030-12-31T16:00:00Z'),
    }])
    expect(urls).toEqual(['https://api.mch.weixin.qq.com/v3/certificates'])
    expect(await getSignedBy(wxpay, old)).toHaveProperty('status', 200)
    await expect(getSignedBy(wxpay, fresh)).rejects.toHaveProperty('name', 'SignatureError')
  })

  it.each<[string, () => Response, string]>([
    ['signed by another key', () => answer(fresh, [entry(old)], now), 'SignatureError'],
    ['without a signature', () => Response.json({ data: [entry(old)] }), 'SignatureError'],
    ['encrypted with another key', () => answer(old, [entry(old, { key: 'x'.repeat(32) })], now), 'DecryptionError'],
    ['under another serial number', () => answer(old, [{ ...entry(old), serial_no: serialOf(fresh) }], now), 'ArgumentError'],
    ['no list', () => new Response('<h1>proxy</h1>'), 'SignatureError'],
    ['refused', () => Response.json({ code: 'SIGN_ERROR', message: '签名错误' }, { status: 401 }), 'ApiError'],
  ])('trusts no certificate of a list %s', async (_, list, name) => {
    const wxpay = createClient(options)
    reply = list
    await expect(wxpay.certificates()).rejects.toHaveProperty('name', name)
    await expect(getSignedBy(wxpay, old)).rejects.toHaveProperty('name', 'SignatureError')
  })
})

describe('a client with a trusted key', () => {
  it('accepts only a list that the trusted key signed', async () => {
    const wxpay = createClient({ ...options, certs: [old.certificate] })
    reply = () => answer(fresh, [entry(fresh)], now)
    await expect(wxpay.certificates()).rejects.toHaveProperty('name', 'SignatureError')
    reply = () => answer(old, [entry(old), entry(fresh)], now)
    expect(await wxpay.certificates()).toHaveLength(2)
    expect(await getSignedBy(wxpay, fresh)).toHaveProperty('status', 200)
  })
})

describe('rotation', () => {
  it('trusts old and new certificates, encrypts with the newest valid one, and drops expired ones', async () => {
    const wxpay = createClient(options)
    const both = [entry(fresh, { effective: '2026-07-01T00:00:00+08:00' }), entry(old, { expire: '2026-08-01T00:00:00+08:00' })]
    reply = () => answer(old, both, now)
    await wxpay.certificates()
    expect((await wxpay.encrypt('x')).serial).toBe(serialOf(old))

    now = Date.parse('2026-07-02T00:00:00+08:00')
    await wxpay.certificates()
    expect((await wxpay.encrypt('x')).serial).toBe(serialOf(fresh))
    expect(await getSignedBy(wxpay, old)).toHaveProperty('status', 200)
    expect(await getSignedBy(wxpay, fresh)).toHaveProperty('status', 200)

    now = Date.parse('2026-08-02T00:00:00+08:00')
    reply = () => answer(fresh, [entry(fresh)], now)
    await wxpay.certificates()
    await expect(getSignedBy(wxpay, old)).rejects.toHaveProperty('name', 'SignatureError')
  })
})

describe('certificates with refreshEvery', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())

  it('downloads them repeatedly until the signal, also after a failure', async () => {
    const wxpay = createClient(options)
    const stop = new AbortController()
    const onError = vi.fn()
    reply = () => answer(old, [entry(old)], now)
    await wxpay.certificates({ refreshEvery: 3_600_000, signal: stop.signal, onError })
    expect(urls).toHaveLength(1)
    reply = () => { throw new Error('no network') }
    vi.advanceTimersByTime(3_600_000)
    await vi.waitFor(() => expect(onError).toHaveBeenCalledWith(expect.objectContaining({ name: 'NetworkError' })))
    expect(await getSignedBy(wxpay, old)).toHaveProperty('status', 200)
    stop.abort()
    const before = urls.length
    vi.advanceTimersByTime(36_000_000)
    expect(urls).toHaveLength(before)
  })

  it.each([0, -1, NaN, Infinity, 2 ** 31])('refuses an interval of %s ms', async (refreshEvery) => {
    await expect(createClient(options).certificates({ refreshEvery })).rejects.toThrow('refreshEvery: expected milliseconds')
    expect(urls).toEqual([])
  })
})

it('refuses to download without a secret', async () => {
  const others = Object.fromEntries(Object.entries(options).filter(([name]) => name !== 'secret')) as typeof options
  await expect(createClient({ ...others, certs: [old.certificate] }).certificates())
    .rejects.toMatchObject({ name: 'ArgumentError', argument: 'secret' })
})
