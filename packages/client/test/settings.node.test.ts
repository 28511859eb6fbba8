import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createClient } from '../src/client.ts'
import type { ClientOptions } from '../src/options.ts'
import { readOptions } from '../src/settings.ts'
import { createKeyPair } from './support/openssl.ts'

const { privateKey } = createKeyPair()
const platform = createKeyPair()
const { serialNumber } = new X509Certificate(platform.certificate)
const options = {
  mchid: '1900000001',
  serial: '7132D72A03E93CDDF8C03BBD1F37EEDF7B8A5B6C',
  privateKey,
  certs: { PUB_KEY_ID_1: platform.publicKey, [serialNumber]: platform.certificate },
}
const secret = 'an APIv3 key of just 32 bytes...'

it('sets defaults', () => {
  const settings = readOptions(options)
  expect(settings.hosts[0]).toBe('https://api.mch.weixin.qq.com')
  expect(settings.now).toBe(Date.now)
  expect(settings.maxBodySize).toBe(16 * 1024 * 1024)
  expect(settings.nonce()).toMatch(/^\w{32}$/)
})

it('reads the same key from a certificate and a public key', () => {
  const [one, other] = readOptions(options).certs.values()
  expect(one?.material).toEqual(other?.material)
})

it.each([
  ['https://api2.mch.weixin.qq.com/', 'https://api2.mch.weixin.qq.com'],
  ['HTTPS://Example.COM:443/pay/', 'https://example.com/pay'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
])('uses the base URL %s as %s', (baseUrl, used) => {
  expect(readOptions({ ...options, baseUrl }).hosts[0]).toBe(used)
})

describe('names an unusable option', () => {
  it.each<[unknown, string]>([
    [{ mchid: '' }, 'mchid: expected a string of letters and digits'],
    [{ mchid: 1900000001 }, 'mchid: expected a string'],
    [{ mchid: '1"\n' }, 'mchid: expected a string'],
    [{ serial: '' }, 'serial: expected a string of letters and digits'],
    [{ serial: undefined }, 'serial: expected a string'],
    [{ privateKey: '' }, 'privateKey: expected a PEM'],
    [{ privateKey: platform.publicKey }, 'privateKey: is a public key; expected a private key'],
    [{ certs: {} }, 'certs: expected a platform certificate or WeChat Pay public key'],
    [{ certs: undefined }, 'certs: expected a platform certificate'],
    [{ certs: platform.publicKey }, 'certs: expected a platform certificate'],
    [{ certs: { PUB_KEY_ID_1: '' } }, 'certs["PUB_KEY_ID_1"]: expected a PEM'],
    [{ certs: { PUB_KEY_ID_1: privateKey } }, 'certs["PUB_KEY_ID_1"]: is a private key; expected a certificate or a public key'],
    [{ certs: { [options.serial]: platform.certificate } }, 'is the merchant\'s own'],
    [{ secret: '' }, 'secret: expected an APIv3 key: a string of 32 bytes'],
    [{ secret: `${secret}.` }, 'secret: expected an APIv3 key'],
    [{ baseUrl: 'api.mch.weixin.qq.com' }, 'baseUrl: expected an absolute http(s) URL'],
    [{ baseUrl: 'ftp://host' }, 'baseUrl: expected'],
    [{ baseUrl: 'https://user:password@host' }, 'baseUrl: expected'],
    [{ baseUrl: 'https://host/?a=1' }, 'baseUrl: expected'],
    [{ maxBodySize: NaN }, 'maxBodySize: expected bytes'],
    [{ maxBodySize: 'x' }, 'maxBodySize: expected'],
    [{ fetch: 'x' }, 'fetch: expected a function'],
    [{ hooks: { request: 'x' } }, 'hooks.request: expected a function'],
    [{ hooks: { requests: () => {} } }, 'requests: unknown name in hooks; did you mean request?'],
    [{ hooks: null }, 'hooks: expected an object'],
    [{ mchID: '1' }, 'mchID: unknown name in options; did you mean mchid?'],
    [{ private_key: privateKey }, 'private_key: unknown name in options; did you mean privateKey?'],
    [{ certificates: {} }, 'certificates: unknown name in options; use mchid, serial, privateKey, '],
  ])('%o', (other, problem) => {
    expect(() => createClient({ ...options, ...other as Partial<ClientOptions> })).toThrow(problem)
  })

  it.each([undefined, null, 'x', []])('refuses options that are %j', (none) => {
    expect(() => createClient(none as unknown as ClientOptions)).toThrow('options: expected an object')
  })
})

it('shows no key in an error', () => {
  const body = privateKey.split('\n')[3]!
  for (const other of [
    { mchid: privateKey }, { serial: privateKey }, { baseUrl: privateKey },
    { certs: { PUB_KEY_ID_1: privateKey } },
    { privateKey: privateKey.replace('MII', '!!!') }, { secret: body },
  ]) {
    const error: unknown = (() => {
      try {
        return createClient({ ...options, ...other })
      } catch (error) {
        return error
      }
    })()
    expect(error).toHaveProperty('name', 'ArgumentError')
    expect(`${error} ${JSON.stringify(error)}`).not.toContain(body)
  }
})
