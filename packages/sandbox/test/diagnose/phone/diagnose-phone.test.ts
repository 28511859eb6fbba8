import { constants, createHash, createHmac, createSign, sign as signWith } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Given } from '../../../src/diagnose/diagnosis.ts'
import { diagnosePhone } from '../../../src/diagnose/phone/diagnose-phone.ts'
import { judge, pastedCases, testIds, testPem } from '../../support/pasted.ts'

describe('names what is wrong with', () => {
  const cases = pastedCases.filter(({ kind }) => kind === 'phone')
  test.each(cases)('$id, $form', async ({ text, given, expected }) => {
    const { verdict, mistake } = expected
    const found = judge(await diagnosePhone(text, given), expected)
    expect(found).toEqual({ verdict, mistakes: mistake ? [mistake] : [] })
  })
})

test.each(pastedCases.filter(({ kind }) => kind !== 'phone'))('leaves $id alone, $form', async ({ text, given }) => {
  expect(await diagnosePhone(text, given)).toBeUndefined()
})

const { appid, appid2, mchid, apiv2Key, apiv3Key } = testIds
const given: Given = { certificate: testPem('merchant-cert'), appid, apiv2Key, apiv3Key }

const timeStamp = String(Date.parse('2026-11-26T10:00:03+08:00') / 1000)
const nonceStr = '5K8264ILTKCH16CQ2502SI8ZNMTM67VS'
const prepayId = 'wx20261126100000a1b2c3d4e5f6a7b8c9d0'
const pkg = `prepay_id=${prepayId}`

const lines = (...texts: string[]) => texts.map(text => `${text}\n`).join('')
const jsapiMessage = lines(appid, timeStamp, nonceStr, pkg)
const appMessage = lines(appid, timeStamp, nonceStr, prepayId)

/** Signs with Node's OpenSSL. */
const rsa = (message: string, key = 'merchant-key') => createSign('RSA-SHA256').update(message).sign(testPem(key), 'base64')

const jsapi = (change: object = {}) =>
  ({ appId: appid, timeStamp, nonceStr, package: pkg, signType: 'RSA', paySign: rsa(jsapiMessage), ...change })
const app = (change: object = {}) => ({
  appid, partnerid: mchid, prepayid: prepayId, package: 'Sign=WXPay', noncestr: nonceStr, timestamp: timeStamp,
  sign: rsa(appMessage), ...change,
})

const sorted = (members: Record<string, string>) =>
  Object.entries(members).sort(([one], [other]) => one < other ? -1 : 1).map(pair => pair.join('=')).join('&')
const hmac = (message: string, key: string) => createHmac('sha256', key).update(message).digest('hex').toUpperCase()
const scoreMembers = {
  mch_id: mchid, package: 'AAQTnZoAAA+/BAAA==', timestamp: timeStamp, nonce_str: nonceStr, sign_type: 'HMAC-SHA256',
}
const score = (change: object = {}) =>
  ({ ...scoreMembers, sign: hmac(`${sorted(scoreMembers)}&key=${apiv2Key}`, apiv2Key), ...change })

async function diagnose(text: string | object, from = given) {
  const found = await diagnosePhone(typeof text === 'string' ? text : JSON.stringify(text), from)
  return [found?.verdict, found?.mistakes.map(({ name }) => name).join()]
}

/** Writes an object of JavaScript. */
const literal = (members: object) =>
  `{\n${Object.entries(members).map(([name, value]) => `  ${name}: ${typeof value === 'number' ? value : `'${value}'`},\n`).join('')}}`

describe('accepts', () => {
  const { appId: left, ...miniProgram } = jsapi()
  const { timeStamp: timestamp, ...rest } = miniProgram
  const { sign, ...unsigned } = score()
  const kotlin = {
    appId: appid, partnerId: mchid, prepayId, packageValue: 'Sign=WXPay', nonceStr, timeStamp, sign: rsa(appMessage),
  }
  const assigned = (write: (name: string, value: string) => string) =>
    Object.entries(kotlin).map(([name, value]) => write(name, value)).join('\n')

  test.each<[string, string | object]>([
    ['the parameters of a page', jsapi()],
    ['the parameters of a mini program, which have no appid', miniProgram],
    ['parameters inside a response', { code: 0, data: { pay: jsapi() } }],
    ['a call of a mini program', `wx.requestPayment(${literal(miniProgram)})`],
    ['a call of the JS-SDK, which writes timestamp', `wx.chooseWXPay(${literal({ ...rest, timestamp })})`],
    ['a call of the JS-SDK with a number', `wx.chooseWXPay(${literal({ ...rest, timestamp: Number(timestamp) })})`],
    ['a call of the bridge', `WeixinJSBridge.invoke("getBrandWCPayRequest", ${JSON.stringify(jsapi())}, res => {})`],
    ['an array of PHP', `[${Object.entries(jsapi()).map(([name, value]) => `'${name}' => '${value}'`).join(', ')}]`],
    ['the parameters of an app', app()],
    ['the parameters of an app with a number', app({ timestamp: Number(timeStamp) })],
    ['a call of uni-app', `uni.requestPayment({ provider: 'wxpay', orderInfo: ${JSON.stringify(app())} })`],
    ['Java', assigned((name, value) => `request.${name} = "${value}";`)],
    ['Kotlin in a scope', `PayReq().apply {\n${assigned((name, value) => `    ${name} = "${value}"`)}\n}`],
    ['Objective-C', `PayReq *request = [[PayReq alloc] init];\n${assigned((name, value) => `request.${name === 'packageValue' ? 'package' : name} = ${name === 'timeStamp' ? value : `@"${value}"`};`)}`],
    ['Swift', assigned((name, value) => `req.${name} = ${name === 'timeStamp' ? `UInt32("${value}")!` : `"${value}"`}`)],
    ['pay-score parameters', score()],
    ['a pay-score query', new URLSearchParams(score()).toString()],
    ['a pay-score call', `wx.openBusinessView({ businessType: 'wxpayScoreDetail', extraData: ${literal(score())} })`],
    ['a pay-score call of a page', `wx.invoke('openBusinessView', { businessType: 'wxpayScoreUse', queryString: '${new URLSearchParams(score())}' })`],
    ['a pay-score signature in lower case', { ...unsigned, sign: sign.toLowerCase() }],
  ])('%s', async (_, text) => {
    expect(left).toBe(appid)
    expect(await diagnose(text)).toEqual(['valid', ''])
  })
})

describe('says that in a page', () => {
  const quoted = (text: string) => `appId=${appid}&nonceStr=${nonceStr}&package=${text}&signType=RSA&timeStamp=${timeStamp}`
  const sha256 = createHash('sha256').update(jsapiMessage)
  const pss = signWith('sha256', Buffer.from(jsapiMessage), {
    key: testPem('merchant-key'), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32,
  })
  const { package: renamed, ...others } = jsapi()

  test.each<[string, object, string]>([
    ['the last line end is missing', jsapi({ paySign: rsa(jsapiMessage.slice(0, -1)) }), 'last-newline-missing'],
    ['there is a line end more', jsapi({ paySign: rsa(`${jsapiMessage}\n`) }), 'newline-too-many'],
    ['line ends are those of Windows', jsapi({ paySign: rsa(jsapiMessage.replaceAll('\n', '\r\n')) }), 'crlf'],
    ['line ends are written out', jsapi({ paySign: rsa(jsapiMessage.replaceAll('\n', '\\n')) }), 'newline-written-out'],
    ['lines have another order', jsapi({ paySign: rsa(lines(appid, nonceStr, timeStamp, pkg)) }), 'wrong-order'],
    ['prepay_id= is not signed', jsapi({ paySign: rsa(appMessage) }), 'prepay-id-prefix-missing'],
    ['prepay_id= is signed only', jsapi({ package: prepayId }), 'prepay-id-prefix-missing'],
    ['prepay_id= is nowhere', jsapi({ package: prepayId, paySign: rsa(appMessage) }), 'prepay-id-prefix-missing'],
    ['prepay_id= is doubled', jsapi({ package: `prepay_id=${pkg}`, paySign: rsa(lines(appid, timeStamp, nonceStr, `prepay_id=${pkg}`)) }), 'prepay-id-prefix-present'],
    ['another appid is given and signed', jsapi({ appId: appid2, paySign: rsa(jsapiMessage.replace(appid, appid2)) }), 'other-appid'],
    ['another appid is given', jsapi({ appId: appid2 }), 'other-appid'],
    ['milliseconds are signed', jsapi({ paySign: rsa(lines(appid, `${timeStamp}417`, nonceStr, pkg)) }), 'timestamp-in-milliseconds'],
    ['milliseconds are given', jsapi({ timeStamp: `${timeStamp}417` }), 'timestamp-in-milliseconds'],
    ['milliseconds are given and signed', jsapi({ timeStamp: `${timeStamp}417`, paySign: rsa(lines(appid, `${timeStamp}417`, nonceStr, pkg)) }), 'timestamp-in-milliseconds'],
    ['the time was taken twice', jsapi({ paySign: rsa(lines(appid, String(Number(timeStamp) - 2), nonceStr, pkg)) }), 'timestamp-taken-twice'],
    ['the time is a number', jsapi({ timeStamp: Number(timeStamp) }), 'timestamp-not-a-string'],
    ['the package is renamed', { ...others, packageValue: renamed }, 'package-renamed'],
    ['the type is HMAC-SHA256', jsapi({ signType: 'HMAC-SHA256' }), 'sign-type'],
    ['the string is that of APIv2, signed by RSA', jsapi({ paySign: rsa(quoted(pkg)) }), 'other-message'],
    ['the nonce was made twice', jsapi({ paySign: rsa(lines(appid, timeStamp, 'another', pkg)) }), 'other-message'],
    ['another key signed', jsapi({ paySign: rsa(jsapiMessage, 'merchant2-key') }), 'other-key'],
    ['it is signed with MD5', jsapi({ signType: 'MD5', paySign: createHash('md5').update(`${quoted(pkg).replace('RSA', 'MD5')}&key=${apiv2Key}`).digest('hex').toUpperCase() }), 'apiv2-signature'],
    ['it is signed with HMAC', jsapi({ signType: 'HMAC-SHA256', paySign: hmac(`${quoted(pkg).replace('RSA', 'HMAC-SHA256')}&key=${apiv2Key}`, apiv2Key) }), 'apiv2-signature'],
    ['the hash was signed', jsapi({ paySign: rsa(sha256.copy().digest('hex')) }), 'hashed-twice'],
    ['the padding is PSS', jsapi({ paySign: pss.toString('base64') }), 'pss-padding'],
    ['the hash is SHA-1', jsapi({ paySign: createSign('RSA-SHA1').update(jsapiMessage).sign(testPem('merchant-key'), 'base64') }), 'other-hash'],
    ['the signature is hexadecimal', jsapi({ paySign: Buffer.from(rsa(jsapiMessage), 'base64').toString('hex') }), 'hex-signature'],
    ['the signature is base64url', jsapi({ paySign: Buffer.from(rsa(jsapiMessage), 'base64').toString('base64url') }), 'base64url'],
    ['the signature lost its plus', jsapi({ paySign: rsa(jsapiMessage).replaceAll('+', ' ') }), 'plus-lost'],
    ['the signature has line ends', jsapi({ paySign: rsa(jsapiMessage).replace(/.{76}/g, '$&\r\n') }), 'base64-spelling'],
    ['the signature is encoded twice', jsapi({ paySign: Buffer.from(rsa(jsapiMessage)).toString('base64') }), 'encoded-twice'],
    ['the prepay_id is of yesterday', jsapi({ package: pkg.replace('1126', '1125'), paySign: rsa(jsapiMessage.replace('id=wx20261126', 'id=wx20261125')) }), 'prepay-id-expired'],
  ])('%s', async (_, text, name) => {
    expect(await diagnose(text)).toEqual(['invalid', name])
  })

  test.each(['timestamp', 'noncestr', 'sign'])('the name %s is that of an app', async (name) => {
    const own = { timestamp: 'timeStamp', noncestr: 'nonceStr', sign: 'paySign' }[name]!
    const pairs = Object.entries(jsapi()).map(([other, value]) => [other === own ? name : other, value])
    const members = Object.fromEntries(pairs)
    expect(await diagnose(`wx.requestPayment(${literal(members)})`)).toEqual(['invalid', 'app-names-in-jsapi'])
  })

  test('the platform signed', async () => {
    const keys = { ...given, platformCertificate: testPem('platform-cert') }
    expect(await diagnose(jsapi({ paySign: rsa(jsapiMessage, 'platform-key') }), keys)).toEqual(['invalid', 'platform-key'])
  })
})

describe('says that in an app', () => {
  test.each<[string, object, string]>([
    ['prepay_id= is signed', app({ sign: rsa(jsapiMessage) }), 'prepay-id-prefix-present'],
    ['prepay_id= is given', app({ prepayid: pkg }), 'prepay-id-prefix-present'],
    ['prepay_id= is given and signed', app({ prepayid: pkg, sign: rsa(jsapiMessage) }), 'prepay-id-prefix-present'],
    ['the package is that of a page', app({ package: pkg }), 'prepay-id-prefix-present'],
    ['the last line end is missing', app({ sign: rsa(appMessage.slice(0, -1)) }), 'last-newline-missing'],
    ['the time is in milliseconds', app({ timestamp: `${timeStamp}000`, sign: rsa(appMessage.replace(timeStamp, `${timeStamp}000`)) }), 'timestamp-in-milliseconds'],
    ['another appid is given', app({ appid: appid2, sign: rsa(appMessage.replace(appid, appid2)) }), 'other-appid'],
    ['the nonce was made twice', app({ sign: rsa(appMessage.replace(nonceStr, 'another')) }), 'other-message'],
  ])('%s', async (_, text, name) => {
    expect(await diagnose(text)).toEqual(['invalid', name])
  })
})

describe('says that in a pay-score call', () => {
  const message = sorted(scoreMembers)
  const inMilliseconds = sorted({ ...scoreMembers, timestamp: `${timeStamp}417` })

  test.each<[string, object, string]>([
    ['the APIv3 key was used', score({ sign: hmac(`${message}&key=${apiv3Key}`, apiv3Key) }), 'apiv3-key-used'],
    ['the APIv3 key was used for the HMAC', score({ sign: hmac(`${message}&key=${apiv2Key}`, apiv3Key) }), 'apiv3-key-used'],
    ['the key is left out', score({ sign: hmac(message, apiv2Key) }), 'key-left-out'],
    ['it is MD5', score({ sign: createHash('md5').update(`${message}&key=${apiv2Key}`).digest('hex').toUpperCase() }), 'sign-type'],
    ['the type is MD5', { ...scoreMembers, sign_type: 'MD5', sign: hmac(`${sorted({ ...scoreMembers, sign_type: 'MD5' })}&key=${apiv2Key}`, apiv2Key) }, 'sign-type'],
    ['it is RSA', score({ sign: rsa(message) }), 'sign-type'],
    ['milliseconds are signed', score({ sign: hmac(`${inMilliseconds}&key=${apiv2Key}`, apiv2Key) }), 'timestamp-in-milliseconds'],
    ['milliseconds are given', { ...scoreMembers, timestamp: `${timeStamp}417`, sign: hmac(`${inMilliseconds}&key=${apiv2Key}`, apiv2Key) }, 'timestamp-in-milliseconds'],
    ['names are not sorted', score({ sign: hmac(`${Object.entries(scoreMembers).map(pair => pair.join('=')).join('&')}&key=${apiv2Key}`, apiv2Key) }), 'wrong-order'],
    ['values are encoded', score({ sign: hmac(`${message.replace(scoreMembers.package, encodeURIComponent(scoreMembers.package))}&key=${apiv2Key}`, apiv2Key) }), 'url-re-encoded'],
    ['the key is another', score({ sign: hmac(`${message}&key=x`, 'x') }), 'other-message'],
  ])('%s', async (_, text, name) => {
    expect(await diagnose(text)).toEqual(['invalid', name])
  })

  test('the APIv3 key was used, although only that is given', async () => {
    const sign = hmac(`${message}&key=${apiv3Key}`, apiv3Key)
    expect(await diagnose(score({ sign }), { apiv3Key })).toEqual(['invalid', 'apiv3-key-used'])
  })
})

describe('says of a transfer that', () => {
  const raw = 'ABBQO+oYAAABAAAAAACZ/w=='
  const members = (text: string) => ({ mchId: mchid, appId: appid, package: text })

  test.each<[string, string, string[]]>([
    ['all is right in a call', `wx.requestMerchantTransfer(${literal(members(raw))})`, ['undecidable', '']],
    ['all is right in a query', `wx.miniapp.openBusinessView({ businessType: 'requestMerchantTransfer', query: '${new URLSearchParams(members(raw))}' })`, ['undecidable', '']],
    ['nothing needs encoding', `{ businessType: 'requestMerchantTransfer', query: 'mchId=${mchid}&appId=${appid}&package=ABBQ' }`, ['undecidable', '']],
    ['the package is encoded in a call', `wx.requestMerchantTransfer(${literal(members(encodeURIComponent(raw)))})`, ['invalid', 'package-url-encoded']],
    ['the package is not encoded in a query', `wx.miniapp.openBusinessView({ businessType: 'requestMerchantTransfer', query: 'mchId=${mchid}&appId=${appid}&package=${raw}' })`, ['invalid', 'package-not-url-encoded']],
    ['the appid is another', `wx.requestMerchantTransfer(${literal({ ...members(raw), appId: appid2 })})`, ['invalid', 'other-appid']],
  ])('%s', async (_, text, expected) => {
    expect(await diagnose(text)).toEqual(expected)
  })
})

describe('accuses nobody', () => {
  test('without a certificate, except of what needs none', async () => {
    expect(await diagnose(jsapi(), {})).toEqual(['undecidable', ''])
    expect(await diagnose(app(), { appid })).toEqual(['undecidable', ''])
    expect(await diagnose(score(), {})).toEqual(['undecidable', ''])
    const md5 = jsapi({ paySign: 'A6A275905E952A020F985D62016A35BE', signType: 'MD5' })
    expect(await diagnose(md5, { apiv2Key })).toEqual(['undecidable', ''])
    expect(await diagnose(jsapi({ package: prepayId }), {})).toEqual(['invalid', 'prepay-id-prefix-missing'])
  })

  test('without an appid', async () => {
    const { appId, ...members } = jsapi()
    expect(appId).toBe(appid)
    expect(await diagnose(members, { certificate: testPem('merchant-cert') })).toEqual(['undecidable', ''])
  })

  test('of another appid than its own, if that of the order is not known', async () => {
    const text = jsapi({ appId: appid2, paySign: rsa(jsapiMessage.replace(appid, appid2)) })
    expect(await diagnose(text, { certificate: testPem('merchant-cert') })).toEqual(['valid', ''])
  })

  test.each(['wx20990101000000a1b2', 'wx20123456789012345', 'wx20251126100000a1b2', 'u802345jgfjsdfgsdg888'])('of the age of %s', async (id) => {
    const text = jsapi({ package: `prepay_id=${id}`, paySign: rsa(lines(appid, timeStamp, nonceStr, `prepay_id=${id}`)) })
    expect(await diagnose(text)).toEqual(['valid', ''])
  })

  test('of a prepay_id at the end of its two hours', async () => {
    const id = (clock: string) => `prepay_id=wx20261126${clock}a1b2`
    const at = (clock: string) =>
      diagnose(jsapi({ package: id(clock), paySign: rsa(lines(appid, timeStamp, nonceStr, id(clock))) }))
    expect(await at('080003')).toEqual(['valid', ''])
    expect(await at('080002')).toEqual(['invalid', 'prepay-id-expired'])
  })
})

test('reads hostile texts without taking long or throwing', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  for (const text of [deep, 'a = '.repeat(100_000), `sign='${'\\\''.repeat(100_000)}`]) {
    expect(await diagnosePhone(text, given)).toBeUndefined()
  }
})

test('reads nothing into other texts', async () => {
  const others = ['', 'hello', '{}', '[]', 'null', '1', '{"prepay_id":"wx1"}', '{"package":"AAQ","mchid":"1"}', 'a=1&b=2', 'wx.requestPayment(params)', 'const sign = "x"']
  for (const text of others) expect(await diagnosePhone(text, given), text).toBeUndefined()
})

test('shows the string that was signed beside the one that is expected', async () => {
  const text = JSON.stringify(jsapi({ paySign: rsa(appMessage) }))
  const [finding] = (await diagnosePhone(text, given))!.mistakes
  expect(finding).toMatchObject({ expected: jsapiMessage, signed: appMessage })
})

test('never shows a key', async () => {
  const texts = [score({ sign: '00' }), jsapi({ paySign: '00' })].map(members => JSON.stringify(members))
  const told = JSON.stringify(await Promise.all(texts.map(text => diagnosePhone(text, given))))
  for (const key of [apiv2Key, apiv3Key, 'BEGIN']) expect(told).not.toContain(key)
})

test('refuses a signature that is too long without computing with it', async () => {
  expect(await diagnose(jsapi({ paySign: 'QUJD'.repeat(500_000) }))).toEqual(['invalid', 'not-rsa'])
})

test('lists what was ruled out if nothing explains the signature', async () => {
  const text = JSON.stringify(jsapi({ paySign: rsa('something else') }))
  const { mistakes, ruledOut } = (await diagnosePhone(text, given))!
  expect(mistakes.map(({ name }) => name)).toEqual(['other-message'])
  expect(ruledOut.map(({ name }) => name)).toEqual(expect.arrayContaining(['crlf', 'prepay-id-prefix-missing', 'hashed-twice']))
})

test.each([
  ['a page', 'wx.openBusinessView({ businessType: \'wxpayScoreUse\', extraData: { package: \'DJIOSQPYWDxsjdl\' } })'],
  ['an app', '{"businessType":"wxpayScoreUse","query":"package=DJIOSQPYWDxsjdl","extInfo":"{}"}'],
])('says of the confirmation of pay score, as %s opens it, that it is not signed', async (_, text) => {
  const { verdict, mistakes, missing, recognised } = (await diagnosePhone(text, given))!
  expect({ verdict, mistakes }).toEqual({ verdict: 'undecidable', mistakes: [] })
  expect(missing.join()).toContain('不签名')
  expect(recognised[0]?.label).toBe('支付分的调起参数')
})

describe('of coupons', () => {
  const coupon = { stock_id: '98065001', out_request_no: 'C1', create_coupon_merchant: mchid }
  const other = { stock_id: '98065002', out_request_no: 'C2' }
  const numbered = { stock_id0: '98065001', out_request_no0: 'C1', create_coupon_merchant0: mchid, stock_id1: '98065002', out_request_no1: 'C2' }
  const signatureOf = (members: Record<string, string>, key = apiv2Key) => hmac(`${sorted(members)}&key=${key}`, key)
  const plugin = (sign = signatureOf({ ...numbered, send_coupon_merchant: mchid })) =>
    ({ send_coupon_params: [coupon, other], send_coupon_merchant: mchid, sign })
  const shown = { stock_id: '1211', out_request_no: 'C1', send_coupon_merchant: mchid, open_id: 'o+1/=' }
  const url = (sign = signatureOf(shown), fragment = '#wechat_pay&wechat_redirect') =>
    `https://action.weixin.qq.com/busifavor/getcouponinfo?${new URLSearchParams({ ...shown, sign })}${fragment}`
  const only = { ...coupon, send_coupon_merchant: mchid }
  const one = (sign: string) => ({ ...plugin(sign), send_coupon_params: [coupon] })

  test.each<[string, string | object]>([
    ['JSON', plugin()],
    ['JSON in lines', JSON.stringify({ code: 0, data: plugin() }, null, 2)],
    ['an object of JavaScript', `this.setData({
      send_coupon_params: [{ stock_id: '98065001', out_request_no: 'C1', create_coupon_merchant: '${mchid}' },
        { stock_id: '98065002', out_request_no: 'C2' }],
      send_coupon_merchant: '${mchid}',
      sign: '${plugin().sign}',
    })`],
    ['an array of PHP', `['send_coupon_params' => json_decode('${JSON.stringify([coupon, other])}'), 'send_coupon_merchant' => '${mchid}', 'sign' => '${plugin().sign}']`],
    ['the signed members', { ...numbered, send_coupon_merchant: mchid, sign: plugin().sign }],
    ['the URL of a page', url()],
    ['that URL in HTML', `<a href="${url().replaceAll('&', '&amp;')}">领券</a>`],
    ['that URL in JSON of Go', `{"url":"${url().replaceAll('&', '\\u0026')}"}`],
  ])('accepts %s', async (_, text) => {
    expect(await diagnose(text)).toEqual(['valid', ''])
  })

  test.each<[string, string | object, string]>([
    ['the APIv3 key was used', plugin(signatureOf({ ...numbered, send_coupon_merchant: mchid }, apiv3Key)), 'apiv3-key-used'],
    ['the key is left out', plugin(hmac(sorted({ ...numbered, send_coupon_merchant: mchid }), apiv2Key)), 'key-left-out'],
    ['the numbers are left out', one(signatureOf(only)), 'coupon-numbers'],
    ['the numbers begin with 1', one(signatureOf({ stock_id1: '98065001', out_request_no1: 'C1', create_coupon_merchant1: mchid, send_coupon_merchant: mchid })), 'coupon-numbers'],
    ['the merchant has a number', plugin(signatureOf({ ...numbered, send_coupon_merchant0: mchid })), 'coupon-numbers'],
    ['the coupons are signed as JSON', plugin(signatureOf({ send_coupon_params: JSON.stringify([coupon, other]), send_coupon_merchant: mchid })), 'coupon-numbers'],
    ['the merchant of the batch is not signed', plugin(signatureOf({ stock_id0: '98065001', out_request_no0: 'C1', stock_id1: '98065002', out_request_no1: 'C2', send_coupon_merchant: mchid })), 'coupon-member-unsigned'],
    ['it is MD5', plugin(createHash('md5').update(`${sorted({ ...numbered, send_coupon_merchant: mchid })}&key=${apiv2Key}`).digest('hex').toUpperCase()), 'sign-type'],
    ['encoded values of the URL are signed', url(hmac(`${sorted({ ...shown, open_id: encodeURIComponent(shown.open_id) })}&key=${apiv2Key}`, apiv2Key)), 'url-re-encoded'],
    ['the fragment of the URL is missing', url(undefined, '#wechat_redirect'), 'coupon-fragment-missing'],
    ['another voucher is signed', url().replace('C1', 'C2'), 'other-message'],
  ])('says that %s', async (_, text, name) => {
    expect(await diagnose(text)).toEqual(['invalid', name])
  })

  test('says what is missing', async () => {
    expect(await diagnose(plugin(), {})).toEqual(['undecidable', ''])
    const unsigned = { ...plugin(), sign: undefined }
    const { missing, recognised } = (await diagnosePhone(JSON.stringify(unsigned), given))!
    expect([missing, recognised[0]?.label]).toEqual([[expect.stringContaining('没有 sign')], '小程序发券插件的参数'])
  })
})

test.each<[string, string, string, string]>([
  ['an authorization', 'wx.openBusinessView({ businessType: \'wxpayScoreEnable\', extraData: { apply_permissions_token: \'1230\' } })', '', '支付分授权页的参数'],
  ['an authorization of an app', '{"businessType":"wxpayScoreEnable","query":"apply_permissions_token=12%2F30"}', '', '支付分授权页的参数'],
  ['an authorization on another page', '{"businessType":"wxpayScoreUse","query":"apply_permissions_token=1230"}', 'business-type', '支付分授权页的参数'],
  ['parking', `{"path":"/pages/auth-creditpay/auth-creditpay","extraData":{"mchid":"${mchid}","openid":"o","plate_number":"粤B888888","plate_color":"BLUE"}}`, '', '停车服务开通页的参数'],
  ['parking with another colour', '<wx-open-launch-weapp path="/pages/auth-creditpay/auth-creditpay?openid=o&plate_number=%E7%B2%A4B888888&plate_color=blue">', 'plate-invalid', '停车服务开通页的参数'],
  ['parking with a dot', 'path=/pages/auth-creditpay/auth-creditpay?openid=o&plate_number=粤B·88888&plate_color=BLUE', 'plate-invalid', '停车服务开通页的参数'],
])('recognises the unsigned parameters of %s', async (_, text, mistake, label) => {
  const { verdict, mistakes, recognised, missing } = (await diagnosePhone(text, given))!
  expect([verdict, mistakes.map(({ name }) => name).join(), recognised[0]?.label]).toEqual([mistake ? 'invalid' : 'undecidable', mistake, label])
  expect(missing.join()).toContain('不签名')
})
