import { createCipheriv, createDecipheriv, createHmac, createSign, X509Certificate } from 'node:crypto'
import { diagnose, type Given } from '@wxpay-live/sandbox/diagnose'
import { describe, expect, test } from 'vitest'
import identity from '@wxpay-live/sandbox/identity.json'
import { type Cause, causes, languages } from '../../../theme/clinic/causes/index.ts'
import { runJavaScript, runPhp, type Values } from './run-lines.ts'

const { certificate, mchid, privateKey, serial, platform, secret: apiv3Key } = identity
const nonce = '593BEC0C930BF1AFEB40B4A08C8FB242'
const timestamp = '1773138660'
const appid = 'wxd678efh567hg6787'
const apiv2Key = 'ExampleApiV2Key0123456789abcdefg'
const order = { description: '矿泉水', url: 'https://a.example/' }
const rsa = (message: unknown, key = privateKey) => createSign('RSA-SHA256').update(message as string).sign(key, 'base64')
const lines = (...texts: unknown[]) => texts.map(text => `${text}\n`).join('')

const query = '/v3/pay/transactions/out-trade-no/%E8%AE%A2%E5%8D%95?mchid=1900000109'
const get = { method: 'GET', path: query, body: '' }
const post = { method: 'POST', path: '/v3/pay/transactions/jsapi', body: JSON.stringify(order) }
const ofGet = ['query-left-out', 'url-re-encoded', 'host-included', 'empty-body-written']
const isGet = ({ mistakes }: Cause) => ofGet.includes(mistakes[0]!)

type Run = (lines: string, given: Values) => Values | Promise<Values>

/** What the code of a request is given: a right request. */
function givenFor(cause: Cause) {
  const { path, ...request } = isGet(cause) ? { ...get, data: null } : post
  const url = `https://api.mch.weixin.qq.com${path}`
  const method = request.method
  const message = lines(method, path, timestamp, nonce, request.body)
  return {
    ...request, path, url, timestamp, nonce, order, mchid, serial, message, signature: rsa(message),
    privateKey, certificate, platformCertificate: platform.certificate,
    config: { method: method.toLowerCase() },
    createSign, X509Certificate, Buffer, URL, URLSearchParams,
  }
}

/** Sends what the lines signed; their other values are those of a right request. */
async function requestBy(run: Run, code: string, cause: Cause) {
  const given = givenFor(cause)
  const data = run === runJavaScript && given.method === 'GET' ? { data: undefined } : {}
  const set = await run(code, { ...given, ...data })
  const value = (name: string) => set[name] ?? (given as Values)[name]
  const message = set.message ?? lines(given.method, value('path'), value('timestamp'), nonce, set.signedBody ?? given.body)
  const signature = set.signature ?? rsa(set.bytes ?? message)
  const parts = { mchid, nonce_str: nonce, signature, timestamp: value('timestamp'), serial_no: value('serial') }
  const header = `WECHATPAY2-SHA256-RSA2048 ${Object.entries(parts).map(([name, text]) => `${name}="${text}"`).join()}`
  const Authorization = set.authorization ?? header
  const body = set.sentBody ?? given.body
  const request = { method: given.method, url: given.url, headers: { Authorization }, body }
  return { text: JSON.stringify(request), given: { certificate } }
}

/** Verifies with what the lines took for the body. */
async function messageBy(run: Run, code: string) {
  const raw = JSON.stringify({ id: 'EV-1', summary: '支付成功' })
  const { body } = await run(code, { raw })
  const headers = {
    'Wechatpay-Timestamp': timestamp, 'Wechatpay-Nonce': nonce, 'Wechatpay-Serial': platform.serial,
    'Wechatpay-Signature': rsa(lines(timestamp, nonce, raw), platform.privateKey),
  }
  return { text: JSON.stringify({ headers, body }), given: { platformCertificate: platform.certificate } }
}

async function phoneBy(run: Run, code: string, { mistakes }: Cause) {
  if (mistakes.includes('key-left-out')) return scoreBy(run, code)
  if (mistakes.includes('coupon-numbers')) return couponBy(run, code)
  const prepayId = 'wx20260310183000a1b2c3d4e5f6a7b8c9d0'
  const isApp = mistakes[0] === 'prepay-id-prefix-present'
  const app = { appid, timestamp, noncestr: nonce, prepayid: prepayId }
  const names = { ...app, timeStamp: timestamp, nonceStr: nonce, prepayId }
  const { message } = await run(code, names)
  const params = isApp
    ? { ...app, partnerid: mchid, package: 'Sign=WXPay', sign: rsa(message) }
    : {
        appId: appid, timeStamp: timestamp, nonceStr: nonce, package: `prepay_id=${prepayId}`, signType: 'RSA',
        paySign: rsa(message),
      }
  return { text: JSON.stringify(params), given: { certificate } }
}

async function scoreBy(run: Run, code: string) {
  const params = { mch_id: mchid, nonce_str: nonce, package: 'AAQTnZ', sign_type: 'HMAC-SHA256', timestamp }
  const pairs = Object.entries(params).map(pair => pair.join('=')).join('&')
  const { sign } = await run(code, { pairs, apiv2Key, apiv3Key, createHmac })
  return { text: JSON.stringify({ ...params, sign }), given: { apiv2Key, apiv3Key } }
}

async function couponBy(run: Run, code: string) {
  const coupons = [{ stock_id: '98065001', out_request_no: 'C1', create_coupon_merchant: mchid }]
  const { pairs } = await run(code, { coupons, mchid })
  const sign = createHmac('sha256', apiv2Key).update(`${pairs}&key=${apiv2Key}`).digest('hex')
  const text = JSON.stringify({ send_coupon_params: coupons, send_coupon_merchant: mchid, sign })
  return { text, given: { apiv2Key, apiv3Key } }
}

const pasteBy = (run: Run, code: string, cause: Cause): Promise<{ text: string, given: Given }> => {
  if (cause.kind === 'request') return requestBy(run, code, cause)
  return cause.kind === 'message' ? messageBy(run, code) : phoneBy(run, code, cause)
}

const isDecryption = ({ mistakes }: Cause) => mistakes[0] === 'wrong-apiv3-key'
const runners = { Node: runJavaScript, PHP: runPhp } as const

describe.each(Object.entries(runners))('%s', (language, run) => {
  const name = language as keyof typeof runners
  const tested = causes.filter(cause => cause.tested.includes(name) && !isDecryption(cause))

  test.each(tested)('makes the mistake by the wrong lines, and none by the right ones: $mistakes.0', async (cause) => {
    const { wrong, right } = cause.code[name]
    const judge = async (code: string) => {
      const { text, given } = await pasteBy(run, code, cause)
      const { verdict, mistakes } = await diagnose(text, given)
      return { verdict, names: mistakes.map(({ name }) => name) }
    }
    const made = await judge(wrong)
    expect(made).toMatchObject({ verdict: 'invalid', names: [expect.toBeOneOf(cause.mistakes)] })
    expect(await judge(right)).toEqual({ verdict: 'valid', names: [] })
  })
})

test('decrypts by the right lines of Node only', () => {
  const cipher = createCipheriv('aes-256-gcm', apiv3Key, 'fdasflkja484').setAAD(Buffer.from('transaction'))
  const bytes = Buffer.concat([cipher.update('{}'), cipher.final(), cipher.getAuthTag()])
  const given = {
    apiv3Key, bytes, createDecipheriv, Buffer, resource: { nonce: 'fdasflkja484', associated_data: 'transaction' },
    headers: { 'wechatpay-nonce': nonce },
  }
  const { wrong, right } = causes.find(isDecryption)!.code.Node
  const open = (code: string) => {
    const decipher = runJavaScript(code, given).decipher as ReturnType<typeof createDecipheriv>
    const text = decipher.update(bytes.subarray(0, -16)).toString()
    decipher.final()
    return text
  }
  expect(open(right)).toBe('{}')
  expect(() => open(wrong)).toThrow()
})

test('has lines in every language, and runs no others than those of Node and PHP', () => {
  for (const { code, tested } of causes) {
    expect(Object.keys(code)).toEqual([...languages])
    expect(['Node', 'PHP']).toEqual(expect.arrayContaining(tested))
  }
})
