import { createCipheriv, createHmac, createSign } from 'node:crypto'
import { expect, test } from 'vitest'
import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { diagnose, type Given } from '../../src/diagnose/index.ts'
import { testIds, testPem } from '../support/pasted.ts'
import { type Signed, signRequest } from '../support/signed-request.ts'

/** Text as people write it: Chinese, emoji, quotes, escapes, line ends, percent and plus signs. */
const text = fc.array(fc.constantFrom(
  '矿泉水', '😀', 'a', 'Z9', ' ', '"', '\\', '/', '\n', '\r\n', '\t', '%', '%20', '+', '&', '=', '<',
  '{', '}', ':', '：', '\u00a0',
), { maxLength: 8 }).map(parts => parts.join(''))

const json = fc.dictionary(fc.constantFrom('a', 'body', 'url', 'method', '名', 'amount', 'headers'), fc.oneof(
  text, fc.integer(), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('x', 'data', 'total'), text, { maxKeys: 3 }),
), { maxKeys: 5 })

/** The same JSON as libraries write it. */
const body = fc.tuple(json, fc.constantFrom(undefined, 2, 4))
  .map(([value, indent]) => JSON.stringify(value, null, indent))

const quote = (value: string) => `'${value.replaceAll('\'', '\'\\\'\'')}'`

const forms: Record<string, (request: Signed) => string> = {
  curl: ({ method, url, headers, body }) => [
    `curl -X ${method} ${quote(url)}`, ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...body ? [`--data-raw ${quote(body)}`] : [],
  ].join(' \\\n  '),
  raw: ({ method, target, headers, body }) => [
    `${method} ${target} HTTP/1.1`, 'Host: api.mch.weixin.qq.com', `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', body,
  ].join('\r\n'),
  json: ({ method, url, headers, body }) => JSON.stringify({ method, url, headers, body }),
  log: ({ method, url, authorization, body }) =>
    `12:00:00 INFO request method=${method} url=${url} Authorization: ${authorization}\nbody=${JSON.stringify(body)}`,
}

const certificate = testPem('merchant-cert')

/** Whether the text names a mistake that nobody made. */
async function accused(text: string, given: Given) {
  const { verdict, mistakes } = await diagnose(text, given)
  return { isAccused: verdict === 'invalid', names: mistakes.map(({ name }) => name) }
}

const innocent = { isAccused: false, names: [] }

test.each(Object.entries(forms))('accuses no right request: %s', async (_, write) => {
  await fuzz(fc.asyncProperty(body, fc.boolean(), async (body, isBelow) => {
    const pasted = write(signRequest({ target: '/v3/pay/transactions/jsapi', body }))
    expect(await accused(pasted, { certificate })).toEqual(innocent)
    expect(await accused(isBelow ? `${pasted}\n${certificate}` : `${certificate}\n${pasted}`, {})).toEqual(innocent)
  }), { numRuns: runs(40) })
})

test('accuses no right query', async () => {
  await fuzz(fc.asyncProperty(text, text, async (path, value) => {
    const [id, note] = [path || '4200', value].map(encodeURIComponent)
    const request = signRequest({ target: `/v3/pay/transactions/id/${id}?mchid=${testIds.mchid}&note=${note}` })
    for (const write of Object.values(forms)) {
      expect(await accused(write(request), { certificate })).toEqual(innocent)
    }
  }), { numRuns: runs(40) })
})

test('accuses no right notification', async () => {
  const { apiv3Key, platformSerial } = testIds
  const given = { platformCertificate: testPem('platform-cert'), apiv3Key }
  await fuzz(fc.asyncProperty(body, text, async (plain, summary) => {
    const cipher = createCipheriv('aes-256-gcm', apiv3Key, 'abcdefghijkl').setAAD(Buffer.from('transaction'))
    const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
    const body = JSON.stringify({
      id: 'EV-1', summary, event_type: 'TRANSACTION.SUCCESS',
      resource: { algorithm: 'AEAD_AES_256_GCM', ciphertext, associated_data: 'transaction', nonce: 'abcdefghijkl' },
    })
    const signature = createSign('RSA-SHA256').update(`1795658452\nN\n${body}\n`).sign(testPem('platform-key'), 'base64')
    const headers = {
      'Wechatpay-Timestamp': '1795658452', 'Wechatpay-Nonce': 'N', 'Wechatpay-Serial': platformSerial,
      'Wechatpay-Signature': signature,
    }
    const raw = `POST /notify HTTP/1.1\n${Object.entries(headers).map(pair => pair.join(': ')).join('\n')}\n\n${body}`
    for (const pasted of [raw, `${raw}\n`, JSON.stringify({ headers, body })]) {
      expect(await diagnose(pasted, given)).toMatchObject({ verdict: 'valid', mistakes: [], plain })
      expect(await accused(`${given.platformCertificate}\n${pasted}`, { apiv3Key })).toEqual(innocent)
    }
  }), { numRuns: runs(40) })
})

test('accuses no right parameters for a phone', async () => {
  const { appid, apiv2Key, mchid } = testIds
  const nonce = fc.stringMatching(/^[A-Za-z0-9]{1,32}$/)
  const clock = fc.integer({ min: 1_600_000_000, max: 1_900_000_000 })
  await fuzz(fc.asyncProperty(nonce, nonce, clock, async (nonceStr, id, time) => {
    const timeStamp = String(time)
    const lines = [appid, timeStamp, nonceStr, `prepay_id=up_${id}`].map(line => `${line}\n`).join('')
    const paySign = createSign('RSA-SHA256').update(lines).sign(testPem('merchant-key'), 'base64')
    const jsapi = { appId: appid, timeStamp, nonceStr, package: `prepay_id=up_${id}`, signType: 'RSA', paySign }
    const right = { verdict: 'valid', mistakes: [] }
    expect(await diagnose(JSON.stringify(jsapi), { certificate, appid })).toMatchObject(right)

    const members = { mch_id: mchid, nonce_str: nonceStr, package: id, sign_type: 'HMAC-SHA256', timestamp: timeStamp }
    const pairs = Object.entries(members).map(pair => pair.join('=')).join('&')
    const sign = createHmac('sha256', apiv2Key).update(`${pairs}&key=${apiv2Key}`).digest('hex').toUpperCase()
    expect(await diagnose(JSON.stringify({ ...members, sign }), { apiv2Key })).toMatchObject(right)
  }), { numRuns: runs(40) })
})
