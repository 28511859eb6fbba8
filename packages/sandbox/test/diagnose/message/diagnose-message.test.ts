import { createCipheriv, createSign } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Given } from '../../../src/diagnose/diagnosis.ts'
import { diagnoseMessage } from '../../../src/diagnose/message/diagnose-message.ts'
import { judge, pastedCases, testIds, testPem } from '../../support/pasted.ts'

describe('names what is wrong with', () => {
  const cases = pastedCases.filter(({ kind }) => kind === 'notification')
  test.each(cases)('$id, $form', async ({ text, given, expected }) => {
    const { verdict, mistake } = expected
    const found = judge(await diagnoseMessage(text, given), expected)
    expect(found).toEqual({ verdict, mistakes: mistake ? [mistake] : [] })
  })
})

test.each(pastedCases.filter(({ kind }) => kind !== 'notification'))('leaves $id alone, $form', async ({ text, given }) => {
  expect(await diagnoseMessage(text, given)).toBeUndefined()
})

const { platformSerial, publicKeyId, apiv3Key, apiv2Key } = testIds
const platformCertificate = testPem('platform-cert')
const given: Given = { platformCertificate, apiv3Key }
const bothKeys = { ...given, platformPublicKey: testPem('platform-id-public-key'), platformPublicKeyId: publicKeyId }

const timestamp = String(Date.parse('2026-11-26T10:00:00+08:00') / 1000)
const nonce = '0123456789abcdef0123456789ABCDEF'
const plain = JSON.stringify({ out_trade_no: 'S1', trade_state_desc: '支付成功' })

/** Encrypts with Node's OpenSSL. */
function seal(text = plain, { key = apiv3Key, iv = 'abcdefghijkl', data = 'transaction' } = {}) {
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(data))
  return Buffer.concat([cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

const resourceOf = (ciphertext = seal()) => ({
  original_type: 'transaction', algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: 'transaction', nonce: 'abcdefghijkl',
})
const notification = (resource: object = resourceOf()) => JSON.stringify({
  id: 'EV-1', create_time: '2026-11-26T10:00:00+08:00', resource_type: 'encrypt-resource', event_type: 'TRANSACTION.SUCCESS',
  summary: '支付成功', resource,
})

/** Signs with Node's OpenSSL. */
const sign = (body: string | Buffer, key = 'platform-key') =>
  createSign('RSA-SHA256').update(`${timestamp}\n${nonce}\n`).update(body).update('\n').sign(testPem(key), 'base64')

const headersFor = (body: string | Buffer, change: Record<string, string> = {}): Record<string, string> => ({
  'Wechatpay-Nonce': nonce, 'Wechatpay-Timestamp': timestamp, 'Wechatpay-Serial': platformSerial,
  'Wechatpay-Signature': sign(body), 'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048', ...change,
})

/** A notification as raw HTTP; `received` is the body that was received instead. */
function raw(body = notification(), received = body, change: Record<string, string> = {}) {
  const lines = Object.entries(headersFor(body, change)).map(([name, value]) => `${name}: ${value}\r\n`)
  return `POST /notify HTTP/1.1\r\nHost: shop.example.com\r\n${lines.join('')}\r\n${received}`
}

async function diagnose(text: string, from = given) {
  const { verdict, mistakes, plain } = (await diagnoseMessage(text, from))!
  return [verdict, mistakes.map(({ name }) => name).join(), plain] as const
}

describe('reads', () => {
  const body = notification()
  const headers = headersFor(body)
  const pairs = Object.entries(headers)
  const lower = Object.fromEntries(pairs.map(([name, value]) => [name.toLowerCase(), value]))
  const lists = Object.fromEntries(pairs.map(([name, value]) => [name, [value]]))
  const phrase = pairs.map(([name, value]) => `${name}: ${value}`).join(' ')
  const goMap = pairs.map(([name, value]) => `${name}:[${value}]`).join(' ')

  test.each<[string, string]>([
    ['raw HTTP', raw(body)],
    ['raw HTTP with line feeds only', raw(body).replaceAll('\r\n', '\n')],
    ['a response', raw(body).replace(/^POST.*/, 'HTTP/2 200')],
    ['text before the headers', `收到的回调\n${raw(body).replace(/^POST.*\r\n/, '')}`],
    ['headers and the body without an empty line', raw(body).replace('\r\n\r\n', '\n')],
    ['raw HTTP with a length and text after it', raw(body, `${body}\n-- 以上 --\n`, { 'Content-Length': String(Buffer.byteLength(body)) })],
    ['headers and body', JSON.stringify({ headers, body })],
    ['headers of PHP and Go', JSON.stringify({ headers: lists, body })],
    ['a list of header names and values', JSON.stringify({ rawHeaders: Object.entries(lower).flat(), rawBody: body })],
    ['pairs of header names and values', JSON.stringify({ headers: pairs, data: body })],
    ['headers beside the body', JSON.stringify({ ...lower, body })],
    ['a deeper log entry', JSON.stringify({ level: 30, time: 1795658401000, req: { method: 'POST', headers: lower, body }, msg: 'x' })],
    ['headers as a string of JSON', JSON.stringify({ headers: JSON.stringify(headers), body })],
    ['headers as PHP and Python name them', JSON.stringify({ ...Object.fromEntries(pairs.map(([name, value]) => [`HTTP_${name.toUpperCase().replaceAll('-', '_')}`, value])), body })],
    ['a command that repeats it', `curl https://shop.example.com/notify ${pairs.map(([name, value]) => `-H '${name}: ${value}'`).join(' ')} -d '${body}'`],
    ['parameters of wechatpay-java', JSON.stringify({ serialNumber: platformSerial, nonce, signature: sign(body), timestamp, body })],
    ['a body that was parsed and has its order', JSON.stringify({ headers, body: JSON.parse(body) })],
    ['a log line of Monolog', `[2026-11-26 10:00:01] production.INFO: 收到通知 ${JSON.stringify({ headers: lists, body })} []`],
    ['a log line of slog', `time=2026-11-26T10:00:01+08:00 level=INFO msg=notify ${Object.entries(lower).map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ')} body=${JSON.stringify(body)}`],
    ['a log line of Java', `2026-11-26 10:00:01.417 INFO 1 --- [exec-7] Notify : ${phrase} Body: ${body}`],
    ['a log line with a map of Go', `2026/11/26 10:00:01 notify headers=map[${goMap}] body=${body}`],
    ['an array of PHP', `Array ( ${Object.entries(lower).map(([name, value]) => `[${name}] => ${value}`).join(' ')} )\nbody: ${body}`],
    ['a dict of Python', `{${pairs.map(([name, value]) => `'${name}': '${value}'`).join(', ')}}, body=${body}`],
  ])('%s', async (_, text) => {
    expect(await diagnose(text)).toEqual(['valid', '', plain])
  })

  test.each<[string, string]>([
    ['a notification without its headers', body], ['a resource', JSON.stringify(resourceOf())],
    ['a resource with renamed members', JSON.stringify({ ciphertext: seal(), nonce: 'abcdefghijkl', associatedData: 'transaction' })],
  ])('%s, which only can be decrypted', async (_, text) => {
    expect(await diagnose(text)).toEqual(['valid', '', plain])
    expect(await diagnose(text, {})).toEqual(['undecidable', '', undefined])
  })

  test('the list of certificates', async () => {
    const encrypt_certificate = { ...resourceOf(seal(platformCertificate, { data: 'certificate' })), associated_data: 'certificate' }
    const list = JSON.stringify({ data: [{ serial_no: platformSerial, encrypt_certificate }] })
    expect(await diagnose(raw(list))).toEqual(['valid', '', platformCertificate])
  })

  test('hostile texts without taking long or throwing', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`
    for (const text of [deep, 'wechatpay-signature: '.repeat(10_000), 'a: b\n'.repeat(30_000)]) {
      await diagnoseMessage(text, given)
    }
    expect(await diagnoseMessage(deep, given)).toBeUndefined()
  })

  test('nothing into other texts', async () => {
    const others = ['', 'hello', '{}', '[]', 'null', '{"headers":{},"body":"x"}', 'POST / HTTP/1.1\nHost: x\n\n{}', '{"prepay_id":"wx1"}']
    for (const text of others) expect(await diagnoseMessage(text, given), text).toBeUndefined()
  })
})

describe('says that', () => {
  const body = notification()
  const members = JSON.parse(body)
  const shuffled = JSON.stringify(Object.fromEntries(Object.entries(members).reverse()))
  const python = body.replaceAll('":', '": ').replaceAll(',"', ', "')
  const escaped = body.replace(/[^\0-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16)}`).replaceAll('/', '\\/')
  const mojibake = Buffer.from(body).toString('latin1')

  test.each<[string, string, string]>([
    ['a body was indented', raw(body, JSON.stringify(members, null, 4)), 'body-re-serialised'],
    ['a body has another order', raw(body, shuffled), 'body-re-serialised'],
    ['a body was written by Python', raw(body, python), 'body-re-serialised'],
    ['a body was escaped by PHP', raw(body, escaped), 'body-re-serialised'],
    ['a body has a byte order mark', raw(body, `\ufeff${body}`), 'body-re-serialised'],
    ['a body has a line end more', raw(body, `${body}\n`, { 'Content-Length': String(Buffer.byteLength(body) + 1) }), 'body-re-serialised'],
    ['a body has a line end more in JSON', JSON.stringify({ headers: headersFor(body), body: `${body}\n` }), 'body-re-serialised'],
    ['a body was read as ISO-8859-1', raw(body, mojibake), 'other-charset'],
    ['a body was read as GBK', raw(body, new TextDecoder('gbk').decode(Buffer.from(body))), 'other-charset'],
    ['a body was cut', raw(body, body.slice(0, 300)), 'body-truncated'],
    ['a body lost its last bracket', raw(body, body.slice(0, -1)), 'body-truncated'],
    ['a body is empty', raw(body, ''), 'body-lost'],
    ['a body is of another notification', raw(body, notification(resourceOf(seal('{}')))), 'other-message'],
    ['the nonce is of another attempt', raw(body, body, { 'Wechatpay-Nonce': 'F'.repeat(32) }), 'other-message'],
    ['a plus was lost', raw(body, body, { 'Wechatpay-Signature': sign(body).replaceAll('+', ' ') }), 'plus-lost'],
    ['a signature was escaped', raw(body, body, { 'Wechatpay-Signature': encodeURIComponent(sign(body)) }), 'base64-spelling'],
    ['a signature was cut', raw(body, body, { 'Wechatpay-Signature': sign(body).slice(0, 200) }), 'not-rsa'],
    ['a stranger signed', raw(body, body, { 'Wechatpay-Signature': sign(body, 'merchant-key') }), 'other-key'],
    ['the certificate is another', raw(body, body, { 'Wechatpay-Serial': '4'.repeat(40) }), 'other-platform-certificate'],
    ['a signature is a probe', raw(body, body, { 'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${sign(body).slice(19)}` }), 'signature-probe'],
  ])('%s', async (_, text, name) => {
    expect((await diagnose(text)).slice(0, 2)).toEqual(['invalid', name])
  })

  test.each<[string, object, string]>([
    ['the associated data is wrong', { associated_data: 'refund' }, 'associated-data'],
    ['the associated data is empty', { associated_data: '' }, 'associated-data'],
    ['a ciphertext was cut at an odd place', { ciphertext: seal().slice(0, 41) }, 'ciphertext-cut'],
    ['a ciphertext lost its tag', { ciphertext: Buffer.from(seal(), 'base64').subarray(0, -16).toString('base64') }, 'ciphertext-cut'],
    ['a ciphertext was changed', { ciphertext: seal().replace(/^...../, text => text.slice(0, 4) + (text[4] === 'A' ? 'B' : 'A')) }, 'ciphertext-cut'],
    ['the nonce is that of the header', { nonce }, 'nonce-of-header'],
    ['the key is another', { ciphertext: seal(plain, { key: 'x'.repeat(32) }) }, 'wrong-apiv3-key'],
  ])('%s', async (_, change, name) => {
    const text = JSON.stringify({ ...resourceOf(), ...change })
    expect(await diagnose(text)).toEqual(['invalid', name, undefined])
  })

  test('the associated data is missing, although nothing else says what it is', async () => {
    const { associated_data, original_type, ...rest } = resourceOf(seal(plain, { data: 'of another product' }))
    expect([associated_data, original_type]).toEqual(['transaction', 'transaction'])
    expect((await diagnose(JSON.stringify(rest)))[1]).toBe('associated-data')
  })

  test.each([apiv3Key.slice(1), ` ${apiv3Key}`, `${apiv3Key}\n`, apiv3Key.toLowerCase()])('the key is not %j', async (key) => {
    expect((await diagnose(raw(), { platformCertificate, apiv3Key: key, apiv2Key }))[1]).toBe('wrong-apiv3-key')
  })

  test('the APIv2 key was used', async () => {
    expect((await diagnose(raw(), { platformCertificate, apiv3Key: apiv2Key, apiv2Key: apiv3Key }))[1]).toBe('apiv2-key-used')
  })
})

describe('judges the age by', () => {
  const body = notification()
  const at = (seconds: number, zone = 8) =>
    new Date((Number(timestamp) + seconds + zone * 3600) * 1000).toISOString().slice(0, 19)
  const logged = (time: unknown) => JSON.stringify({ received_at: time, headers: headersFor(body), body })

  test.each<[string, string, boolean]>([
    ['the time of receipt', logged(`${at(301)}+08:00`), true],
    ['a time of receipt in another zone', logged(`${at(301, 0)}Z`), true],
    ['milliseconds of a log', logged((Number(timestamp) + 301) * 1000), true],
    ['seconds of a log', logged(Number(timestamp) + 301), true],
    ['the date of a response', raw(body, body, { Date: new Date((Number(timestamp) + 301) * 1000).toUTCString() }).replace(/^POST.*/, 'HTTP/1.1 200 OK'), true],
    ['the time of a log line without a zone', `[${at(400).replace('T', ' ')}] local.INFO: x ${JSON.stringify({ headers: headersFor(body), body })} []`, true],
    ['a log of an access', `shop - - [26/Nov/2026:10:06:00 +0800] ${JSON.stringify({ headers: headersFor(body), body })}`, true],
    ['five minutes', logged(`${at(300)}+08:00`), false],
    ['a log in UTC without a zone', logged(at(2, 0)), false],
    ['a log in Tokyo without a zone', logged(at(2, 9)), false],
    ['a clock that is slow', logged(`${at(-400)}+08:00`), false],
    ['no time at all', raw(body), false],
    ['a time that is none', logged('2026-13-41T99:00:00'), false],
  ])('%s', async (_, text, isOld) => {
    expect((await diagnose(text)).slice(0, 2)).toEqual(isOld ? ['invalid', 'timestamp-too-old'] : ['valid', ''])
  })
})

describe('accuses nobody', () => {
  const body = notification()

  test.each(['Wechatpay-Nonce', 'Wechatpay-Timestamp', 'Wechatpay-Signature'])('without %s', async (name) => {
    const { [name]: left, ...headers } = headersFor(body)
    expect(left).toBeDefined()
    expect(await diagnose(JSON.stringify({ headers, body }))).toEqual(['undecidable', '', plain])
  })

  test('of a line end that may have been added by copying', async () => {
    expect(await diagnose(raw(body, `${body}\n`))).toEqual(['valid', '', plain])
  })

  test('without keys', async () => {
    expect(await diagnose(raw(), {})).toEqual(['undecidable', '', undefined])
    expect(await diagnose(raw(), { apiv3Key })).toEqual(['undecidable', '', plain])
  })

  test('without the body', async () => {
    expect(await diagnose(JSON.stringify({ headers: headersFor(body) }))).toEqual(['undecidable', '', undefined])
  })

  test('if the body was parsed, so that its bytes are lost', async () => {
    const parsed = JSON.parse(body)
    const headers = headersFor(JSON.stringify(parsed, null, 1))
    expect((await diagnose(JSON.stringify({ headers, body: parsed }))).slice(0, 2)).toEqual(['undecidable', ''])
  })

  test('without a serial, if one of the keys fits, or none', async () => {
    const { 'Wechatpay-Serial': serial, ...headers } = headersFor(body)
    expect(serial).toBe(platformSerial)
    expect((await diagnose(JSON.stringify({ headers, body }), bothKeys)).slice(0, 2)).toEqual(['valid', ''])
    const other = { platformCertificate: testPem('next-platform-cert') }
    expect((await diagnose(JSON.stringify({ headers, body }), other)).slice(0, 2)).toEqual(['undecidable', ''])
  })

  test('of a serial in lower case or with colons', async () => {
    for (const serial of [platformSerial.toLowerCase(), platformSerial.replace(/..(?=.)/g, '$&:')]) {
      expect((await diagnose(raw(body, body, { 'Wechatpay-Serial': serial })))[0]).toBe('valid')
    }
  })

  test('who has both keys, whichever signed', async () => {
    const byPublicKey = { 'Wechatpay-Serial': publicKeyId, 'Wechatpay-Signature': sign(body, 'platform-id-key') }
    expect((await diagnose(raw(body, body, byPublicKey), bothKeys))[0]).toBe('valid')
    expect((await diagnose(raw(), bothKeys))[0]).toBe('valid')
  })

  test('without the APIv3 key, if the signature is right', async () => {
    expect(await diagnose(raw(), { platformCertificate })).toEqual(['valid', '', undefined])
  })
})

test('shows the string that WeChat Pay signed beside the one that was received', async () => {
  const body = notification()
  const [finding] = (await diagnoseMessage(raw(body, ` ${body}`), given))!.mistakes
  expect(finding).toMatchObject({
    expected: `${timestamp}\n${nonce}\n${body}\n`, signed: `${timestamp}\n${nonce}\n ${body}\n`,
  })
})

test('lists what it ruled out', async () => {
  const text = raw(notification(), notification(resourceOf(seal('{}'))))
  expect((await diagnoseMessage(text, given))!.ruledOut.map(({ name }) => name)).toContain('body-re-serialised')
})

test('never shows a key', async () => {
  for (const { text, given } of pastedCases.filter(({ kind }) => kind === 'notification')) {
    const told = JSON.stringify(await diagnoseMessage(text, given))
    for (const key of [apiv3Key, apiv2Key, 'BEGIN']) expect(told).not.toContain(key)
  }
})

test('recognises the signature of SM2 and does not judge it', async () => {
  const text = raw(notification(), undefined, { 'Wechatpay-Signature-Type': 'WECHATPAY2-SM2-WITH-SM3' })
  const { verdict, mistakes, missing } = (await diagnoseMessage(text, { platformCertificate: 'of another kind' }))!
  expect({ verdict, mistakes }).toEqual({ verdict: 'undecidable', mistakes: [] })
  expect(missing.join()).toContain('SM2')
})

describe('does not blame the key for certain', () => {
  const otherNonce = { ...resourceOf(), nonce: 'lkjihgfedcba' }
  const doubtOf = async (text: string, given: Given) =>
    (await diagnoseMessage(text, given))!.mistakes.map(({ name, doubt }) => [name, doubt])

  test.each([
    ['a resource alone', JSON.stringify(otherNonce)],
    ['a message without the key that verifies it', raw(notification(otherNonce))],
  ])('of %s', async (_, text) => {
    expect(await doubtOf(text, { apiv3Key })).toEqual([['wrong-apiv3-key', expect.stringMatching(/nonce.*ciphertext/)]])
  })

  test('unless the signature of the message is right', async () => {
    const sealed = notification(resourceOf(seal(plain, { key: apiv2Key })))
    expect(await doubtOf(raw(sealed), given)).toEqual([['wrong-apiv3-key', undefined]])
  })
})
