import { expect, test } from 'vitest'
import { diagnose, type Given } from '../../../src/diagnose/index.ts'
import { testIds, testPem } from '../../support/pasted.ts'
import { refusalOf, type Signed, signRequest, type Wanted } from '../../support/signed-request.ts'

const given = { certificate: testPem('merchant-cert') }
const body = '{"out_trade_no":"S1","amount":{"total":100}}'
const post = { target: '/v3/pay/transactions/native', body }

type Write = (request: Signed) => string

const asJson = ({ method, url, headers, body }: Signed) => JSON.stringify({ method, url, headers, body })
const withString = (r: Signed) => `待签名串:\n-----\n${r.message}-----\n\n${asJson(r)}`
const stringAnd401 = (r: Signed) =>
  `sign string: ${JSON.stringify(r.message)}\nAuthorization: ${r.authorization}\n${refusalOf(r)}`
const only401 = (r: Signed) => `Authorization: ${r.authorization}\n\n${refusalOf(r)}`
const inLog = (r: Signed) => JSON.stringify({ msg: 'failed', authorization: r.authorization, response: refusalOf(r) })

const namesIn = async (text: string, keys: Given = given) => {
  const { verdict, mistakes } = await diagnose(text, keys)
  return [verdict, ...mistakes.map(({ name }) => name)]
}

test.each<[mistake: string, how: string, request: Wanted, write?: Write, keys?: Given]>([
  ['url-re-encoded', 'plus signs', { target: '/v3/x?t=2026-11-01T00:00:00+08:00', signed: { target: '/v3/x?t=2026-11-01T00%3A00%3A00%2B08%3A00' } }],
  ['url-re-encoded', 'six parameters sorted', { target: '/v3/x?f=1&e=2&d=3&c=4&b=5&a=6', signed: { target: '/v3/x?a=6&b=5&c=4&d=3&e=2&f=1' } }],
  ['host-included', 'without TLS', { ...post, signed: { target: `http://api.mch.weixin.qq.com${post.target}` } }],
  ['body-re-serialised', 'members of an inner object in another order', { ...post, body: '{"amount":{"total":1,"currency":"CNY"}}', signed: { body: '{"amount":{"currency":"CNY","total":1}}' } }],
  ['body-re-serialised', 'two of seven members swapped', { ...post, body: '{"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7}', signed: { body: '{"a":1,"e":5,"c":3,"d":4,"b":2,"f":6,"g":7}' } }],
  ['double-slash', 'sent', { target: '/' + post.target, body, signed: { target: post.target } }],
  ['double-slash', 'sent and signed', { target: '/' + post.target, body }],
  ['form-body', 'signed as sent', { ...post, body: 'a=1&b=2', type: 'application/x-www-form-urlencoded' }],
  ['proxy-prefix', 'of the URL', { origin: 'https://pay.example.com/any/path', signed: { target: `/any/path/v3/pay/transactions/id/4200?mchid=${testIds.mchid}` } }],
  ['body-lost', 'announced as JSON', { ...post, body: '', method: 'POST', type: 'application/json', signed: { body } }],
  ['platform-serial', 'without any key', { header: header => header.replace(/serial_no="\w+"/, `serial_no="${testIds.publicKeyId}"`) }, asJson, {}],
  ['serial-spelling', 'leading zeros', { header: header => header.replace('serial_no="', 'serial_no="00') }],
  ['other-merchant', '', { header: header => header.replace(/mchid="\d+"/, 'mchid="1230000109"') }],
  ['blanks-in-header', 'before the commas', { header: header => header.replaceAll('",', '" ,') }],
  ['timestamp-in-milliseconds', 'without any key', { header: header => header.replace(/timestamp="(\d+)"/, 'timestamp="$1123"') }, asJson, {}],
  ['other-key', 'by the public key', { key: 'merchant2' }, asJson, { publicKey: testPem('merchant-public-key') }],
  ['nonce-taken-twice', 'by the string', { ...post, signed: { nonce: 'ABC' } }, withString],
  ['timestamp-taken-twice', 'by the string, of an hour ago', { signed: { timestamp: '1795654852' } }, withString],
  ['proxy-prefix', 'by the string', { signed: { target: `/mine/v3/pay/transactions/id/4200?mchid=${testIds.mchid}` } }, withString],
  ['last-newline-missing', 'by the string', { ...post, message: right => right.slice(0, -1) }, withString],
  ['nonce-taken-twice', 'by the string and the 401', { ...post, signed: { nonce: 'ABC' } }, stringAnd401],
  ['crlf', 'by the string and the 401', { ...post, message: right => right.replaceAll('\n', '\r\n') }, stringAnd401],
  ['newline-written-out', 'by the string and the 401', { ...post, message: right => right.replaceAll('\n', '\\n') }, stringAnd401],
  ['body-re-serialised', 'by the string and the 401', { ...post, signed: { body: JSON.stringify(JSON.parse(body), null, 2) } }, stringAnd401],
  ['body-left-out', 'by the 401', { ...post, signed: { body: '' } }, only401],
  ['query-left-out', 'by the 401', { signed: { target: '/v3/pay/transactions/id/4200' } }, only401],
  ['query-left-out', 'by the 401 in a string of JSON', { signed: { target: '/v3/pay/transactions/id/4200' } }, inLog],
])('names %s, %s', async (mistake, _, wanted, write = asJson, keys = given) => {
  expect(await namesIn(write(signRequest(wanted)), keys)).toEqual(['invalid', mistake])
})

test('names the body that the 401 says was empty', async () => {
  const request = signRequest(post)
  const arrived = { ...request, right: request.right.replace(body, '') }
  expect(await namesIn(`${asJson(request)}\n${refusalOf(arrived)}`)).toEqual(['invalid', 'body-lost'])
})

test.each<[why: string, request: Wanted, write: Write, keys?: Given]>([
  ['of which only the 401 shows the beginning of the body', post, only401],
  ['with the certificate of another', {}, asJson, { certificate: testPem('merchant2-cert') }],
  ['without a key', post, withString, {}],
  ['whose log hides the signature', { header: header => header.replace(/signature="[^"]+"/, 'signature="***"') }, asJson],
  ['whose Authorization is missing', {}, ({ method, url }) => `curl -X ${method} '${url}' -H 'Accept: */*'`],
  ['of which there is only the 401', post, refusalOf],
  ['of which there is only the string to sign', post, ({ message }) => message],
  ['of which there is only the string to sign, with Windows line ends', post, ({ message }) => message.replaceAll('\n', '\r\n')],
  ['whose body was logged as JSON but sent otherwise', { ...post, body: body.replaceAll(':', ': ') }, r => JSON.stringify({ ...r, body: JSON.parse(r.body) })],
])('accuses no request %s', async (_, wanted, write, keys = given) => {
  const { verdict, mistakes, missing } = await diagnose(write(signRequest(wanted)), keys)
  expect({ verdict, mistakes }).toEqual({ verdict: 'undecidable', mistakes: [] })
  expect(missing).not.toEqual([])
})

test.each<[what: string, request: Wanted, keys?: Given]>([
  ['to a proxy with a path of its own', { origin: 'https://pay.example.com/any/path' }],
  ['that is deleted', { method: 'DELETE' }],
  ['by the private key, of which the public half is used', {}, { publicKey: testPem('merchant-key') }],
])('finds nothing wrong with a request %s', async (_, wanted, keys = given) => {
  expect(await namesIn(asJson(signRequest(wanted)), keys)).toEqual(['valid'])
})

test('does not hold the 401 of another attempt against a request', async () => {
  const refusal = refusalOf(signRequest({ target: '/v3/certificates' })).replace('1795658452', '1795658999')
  expect(await namesIn(`${asJson(signRequest(post))}\n${refusal}`)).toEqual(['valid'])
})

test('says that a serial in lower case is doubtful', async () => {
  const request = signRequest({ header: header => header.replace(/serial_no="\w+"/, serial => serial.toLowerCase()) })
  const { verdict, mistakes } = await diagnose(asJson(request), given)
  expect({ verdict, mistakes }).toMatchObject({ verdict: 'valid', mistakes: [{ name: 'serial-spelling', doubt: expect.stringContaining('没有资料') }] })
})

test('lists what was ruled out if nothing explains the signature', async () => {
  const { mistakes, ruledOut } = await diagnose(asJson(signRequest({ ...post, signed: { body: '{}' } })), given)
  expect(mistakes).toMatchObject([{ name: 'other-message', expected: expect.stringContaining(body) }])
  expect(ruledOut.map(({ name }) => name)).toEqual(expect.arrayContaining(['query-left-out', 'crlf', 'other-key', 'hashed-twice']))
})

test('reads nothing into other text', async () => {
  expect(await diagnose('hello')).toMatchObject({ kind: 'unknown', verdict: 'undecidable', mistakes: [] })
})

test('refuses a given key without repeating it', async () => {
  await expect(diagnose(asJson(signRequest()), { certificate: 'my secret' })).rejects.toThrow(/^certificate: (?!.*my secret)/)
})

test('recognises the signature of SM2 and does not judge it', async () => {
  const request = signRequest({ header: header => header.replace('SHA256-RSA2048', 'SM2-WITH-SM3') })
  const { verdict, mistakes, missing } = await diagnose(asJson(request), { certificate: 'of another kind' })
  expect({ verdict, mistakes }).toEqual({ verdict: 'undecidable', mistakes: [] })
  expect(missing.join()).toContain('SM2')
})

test('says what it recognised', async () => {
  const request = signRequest(post)
  const { recognised } = await diagnose(`${asJson(request)}\n${refusalOf(request)}`, given)
  expect(recognised).toEqual([
    { label: 'JSON 的请求', value: `POST ${request.url}` },
    { label: 'Authorization', value: expect.stringMatching(/^mchid 1900006891，serial_no 3E5A\w+，timestamp 1795658452$/) },
    { label: '请求体', value: `${Buffer.byteLength(request.body)} 字节` },
    { label: '401 的 sign_information', value: `收到的待签名串共 ${Buffer.byteLength(request.right)} 字节` },
  ])
})
