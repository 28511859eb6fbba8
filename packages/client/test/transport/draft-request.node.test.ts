import { expect, it } from 'vitest'
import { Encrypted } from '../../src/crypto/encrypted.ts'
import { readOptions } from '../../src/settings.ts'
import { authorize, draftRequest, readCall } from '../../src/transport/draft-request.ts'
import { createKeyPair } from '../support/openssl.ts'

const { privateKey } = createKeyPair()
const settings = readOptions({
  mchid: '1900000001', serial: 'ABC', privateKey, certs: { PUB_KEY_ID_1: createKeyPair().publicKey },
  now: () => 1_700_000_000_999, nonce: () => 'N',
})
const template = '/v3/pay/{id}'
const host = 'https://api.mch.weixin.qq.com'
const draftOf = (method: string, options?: unknown) =>
  draftRequest(settings, readCall(settings, method, template, options), host)

it('puts clock and nonce into the string to sign and the header', () => {
  const draft = draftOf('POST', { id: 7, json: { a: 1 }, query: { b: '2:3' } })
  expect(draft.message).toBe('POST\n/v3/pay/7?b=2%3A3\n1700000000\nN\n{"a":1}\n')

  expect(authorize(settings, draft, 'c2ln')).toEqual({
    method: 'POST',
    url: 'https://api.mch.weixin.qq.com/v3/pay/7?b=2%3A3',
    body: '{"a":1}',
    message: draft.message,
    headers: {
      ...draft.headers,
      Authorization: 'WECHATPAY2-SHA256-RSA2048 '
        + 'mchid="1900000001",serial_no="ABC",timestamp="1700000000",nonce_str="N",signature="c2ln"',
    },
  })
})

it('names the public key in every request if no certificate is trusted', () => {
  const serialFor = (serials: string[], options?: unknown) => {
    const certs = new Map(serials.map(serial => [serial, settings.certs.get('PUB_KEY_ID_1')!]))
    return readCall({ ...settings, certs }, 'GET', '/v3/x', options).headers['Wechatpay-Serial']
  }
  expect(serialFor(['PUB_KEY_ID_1'])).toBe('PUB_KEY_ID_1')
  expect(serialFor(['PUB_KEY_ID_1', 'PUB_KEY_ID_2'])).toBe('PUB_KEY_ID_2')
  expect(serialFor(['PUB_KEY_ID_1', '5157F09E'])).toBeUndefined()
  expect(serialFor(['5157F09E'])).toBeUndefined()
  expect(serialFor([])).toBeUndefined()
  expect(serialFor(['PUB_KEY_ID_1', 'PUB_KEY_ID_2'], { query: { name: new Encrypted('PUB_KEY_ID_1', 'eA==') } })).toBe('PUB_KEY_ID_1')
  expect(serialFor(['PUB_KEY_ID_1'], { headers: { 'wechatpay-serial': 'MINE' } })).toBeUndefined()
})

it.each(['', 'a\r\nX: y', 'a",mchid="2', ' ', '中', {}, undefined])('refuses the nonce %j, which no header can quote', (nonce) => {
  const call = readCall(settings, 'GET', '/v3/x')
  expect(() => draftRequest({ ...settings, nonce: () => nonce as string }, call, host)).toThrow('nonce: expected a string of letters and digits')
})

it('does not change the options', () => {
  const options = Object.freeze({ id: '7', query: Object.freeze({ a: 1 }), headers: Object.freeze({ Accept: '*/*' }) })
  expect(draftOf('GET', options)).toEqual(draftOf('GET', options))
})

it.each<[unknown, string]>([
  [{ id: '7', out_trade_no: '1' }, 'out_trade_no: unknown name in the options of POST /v3/pay/{id}; use query, json, '],
  [{ id: '7', JSON: {} }, 'JSON: unknown name in the options of POST /v3/pay/{id}; did you mean json?'],
  [{ id: '7', baseUrl: '/v3' }, 'baseUrl: expected an absolute http(s) URL'],
  [{ id: '7', timeout: 0 }, 'timeout: expected milliseconds'],
  [{ id: '7', timeout: 2 ** 31 }, 'timeout: expected milliseconds, less than 2³¹'],
  [{ id: '7', timeout: '5' }, 'timeout: expected'],
  [{ id: '7', signal: {} }, 'signal: expected an AbortSignal'],
  [{ id: '7', hash: { hash_type: 'MD5', hash_value: '00' } }, 'hash: expected { hash_type'],
  [{ id: '7', hash: { hash_type: 'SHA1', hash_value: '' } }, 'hash: expected { hash_type'],
  [{ id: '7', query: 'a=1' }, 'query: expected an object'],
  [{ id: '7', query: null }, 'query: expected an object'],
  [{ id: '7', query: new URLSearchParams('a=1') }, 'query: expected an object of names and values'],
  [{ id: '7', headers: new Headers({ Accept: '*/*' }) }, 'headers: expected an object of names and values'],
  [{}, 'id: this variable of /v3/pay/{id} is missing'],
  [null, 'the options of POST /v3/pay/{id}: expected an object'],
])('refuses %j', (options, problem) => {
  expect(() => draftOf('POST', options)).toThrow(problem)
})
