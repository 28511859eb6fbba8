import { createClient, isApiError, isNetworkError, isSignatureError } from '@wxpay-live/client'
import { decryptAesGcm } from '@wxpay-live/client/crypto'
import { createVerify, X509Certificate } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { clientSettings, createSandbox, scenarioHeader, scenarios } from '../../src/index.ts'
import { flowCatalog } from '../support/flow-catalog.ts'
import { identity, now } from '../support/identity.ts'
import { published } from '../support/documented.ts'
import { signed } from '../support/request.ts'

let waited: number[] = []
const wait = async (milliseconds: number) => { waited.push(milliseconds) }
const { fetch, control } = createSandbox({ catalog: flowCatalog, identity, now, wait, strict: false })
const wxpay = createClient({
  ...clientSettings(identity), now,
  fetch: async (...args) => {
    const response = await fetch(new Request(...args))
    if (response.type === 'error') throw new TypeError('connection lost')
    return response
  },
})
beforeEach(async () => {
  await control.reset()
  waited = []
})

const order = { mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 1 } }
const prepay = (headers = {}) => wxpay.chain('v3/pay/transactions/jsapi').postAsync({ json: order, headers })
const outcome = (scenario: string) => prepay({ [scenarioHeader]: scenario }).catch((error: unknown) => error)

test.each([
  ['SIGN_ERROR', 401], ['PARAM_ERROR', 400], ['INVALID_REQUEST', 400], ['ORDER_CLOSED', 400], ['NO_AUTH', 403],
  ['NOT_ENOUGH', 403], ['USER_ACCOUNT_ABNORMAL', 403], ['OPENID_MISMATCH', 400], ['RULE_LIMIT', 403], ['OUT_TRADE_NO_USED', 403], ['ORDER_NOT_EXIST', 404],
  ['FREQUENCY_LIMITED', 429], ['RATELIMIT_EXCEEDED', 429], ['SYSTEM_ERROR', 500], ['BANK_ERROR', 500],
])('refuses with %s and status %d, and stores nothing', async (code, status) => {
  const error = await outcome(code)
  expect(isApiError(error)).toBe(true)
  expect(error).toMatchObject({ status, code })
  expect(await control.state()).toEqual([])
})

test('delays the response', async () => {
  expect(await outcome('SLOW')).toMatchObject({ status: 200 })
  expect(waited).toEqual([5000])
})

test('creates the order although it cuts the connection, so that a retry succeeds', async () => {
  expect(isNetworkError(await outcome('CUT'))).toBe(true)
  expect(await control.state()).toMatchObject([{ kind: 'transaction', key: 'ORDER_A1' }])
  expect((await prepay()).status).toBe(200)
})

const untrusted = ['WRONG_SIGNATURE', 'SIGNATURE_PROBE', 'UNKNOWN_SERIAL', 'ROTATION']

test.each(untrusted)('sends a response that the client rejects in scenario %s', async (name) => {
  expect(isSignatureError(await outcome(name))).toBe(true)
})

test('lists the new certificate with the old one, and signs with the new one', async () => {
  control.scenario.set('ROTATION')
  const list = await (await fetch(signed('GET', '/v3/certificates'))).json() as {
    data: { serial_no: string, encrypt_certificate: Record<'nonce' | 'associated_data' | 'ciphertext', string> }[]
  }
  // A responder handles this operation, so the shortened table does not matter.
  const pems = await Promise.all(list.data.map(({ encrypt_certificate: { associated_data, ...rest } }) =>
    decryptAesGcm({ key: identity.secret, associatedData: associated_data, ...rest })))
  const serials = pems.map(pem => new X509Certificate(pem).serialNumber)
  expect(serials).toEqual([identity.platform.serial, identity.nextPlatform?.serial])

  const response = await fetch(signed('POST', '/v3/pay/transactions/jsapi', order))
  const header = (name: string) => response.headers.get(`Wechatpay-${name}`) ?? ''
  const text = `${header('Timestamp')}\n${header('Nonce')}\n${await response.text()}\n`
  expect(header('Serial')).toBe(serials[1])
  expect(createVerify('RSA-SHA256').update(text).verify(pems[1]!, header('Signature'), 'base64')).toBe(true)
})

test('signs with the public key during a rotation if the request names it', async () => {
  const response = prepay({ [scenarioHeader]: 'ROTATION', 'Wechatpay-Serial': identity.platform.publicKeyId })
  const { headers } = await response
  expect(headers.get('Wechatpay-Serial')).toBe(identity.platform.publicKeyId)
})

test('applies a switched-on scenario to every request, unless the header names another', async () => {
  control.scenario.set('SYSTEM_ERROR')
  expect(control.scenario.get()).toBe('SYSTEM_ERROR')
  await expect(prepay()).rejects.toMatchObject({ code: 'SYSTEM_ERROR' })
  expect(await outcome('NO_AUTH')).toMatchObject({ code: 'NO_AUTH' })
  control.scenario.set()
  expect((await prepay()).status).toBe(200)
})

test('rejects a wrong signature in any scenario', async () => {
  const response = await fetch(signed('GET', '/v3/certificates', undefined, { signature: 'AAAA' }))
  expect(response.status).toBe(401)
})

test('rejects an unknown scenario and names the known ones', async () => {
  const error = await outcome('NONE')
  expect(error).toMatchObject({ status: 400, code: 'PARAM_ERROR', message: expect.stringMatching(/SIGN_ERROR、.*ROTATION/) })
  expect(() => control.scenario.set('NONE')).toThrow('unknown scenario "NONE"')
})

/** Codes that flows refuse with, by their own rules. */
const refusedByFlows = [
  'ALREADY_EXISTS', 'INVALID_ORDER_STATE', 'NOT_FOUND', 'NO_STATEMENT_EXIST', 'ORDERPAID', 'ORDER_CANCELED', 'ORDER_DONE',
  'RESOURCE_ALREADY_EXISTS', 'STATEMENT_CREATING',
]

test('responds in each scenario with the status of the operation’s own error table', async () => {
  const sandbox = createSandbox({ catalog: published, identity, now, signatures: false })
  const names = new Set(scenarios.map(({ name }) => name))
  const others = new Set<string>()
  for (const { method, path, errors = [] } of published.operations) {
    for (const { status, code } of errors) {
      if (!names.has(code)) others.add(code)
      else {
        const url = `https://api.mch.weixin.qq.com${path.replace(/\{\w+\}/g, '1')}`
        const request = new Request(url, { method, headers: { [scenarioHeader]: code } })
        const response = await sandbox.fetch(request)
        expect(response.status).toBe(status)
        expect(await response.json()).toMatchObject({ code })
      }
    }
  }
  expect([...others].sort()).toEqual(refusedByFlows)
})

test('names every scenario once', () => {
  expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length)
})

test('switches a scenario on from the start, and again after a reset', async () => {
  const { control } = createSandbox({ catalog: flowCatalog, identity, scenario: 'SLOW' })
  expect(control.scenario.get()).toBe('SLOW')
  control.scenario.set()
  await control.reset()
  expect(control.scenario.get()).toBe('SLOW')
  expect(() => createSandbox({ catalog: flowCatalog, identity, scenario: 'NONE' })).toThrow('unknown scenario "NONE"')
})

test('is a merchant with a public key and no certificate', async () => {
  control.scenario.set('PUBLIC_KEY_ONLY')
  const refused = await wxpay.v3.certificates.getAsync().catch((error: unknown) => error)
  expect(refused).toMatchObject({
    name: 'ApiError', status: 404, code: 'RESOURCE_NOT_EXISTS', message: expect.stringContaining('无可用的平台证书'), verified: true,
  })
  expect((await prepay()).headers.get('Wechatpay-Serial')).toBe(identity.platform.publicKeyId)
})

test('signs with either key during the transition, and with the one that a request names', async () => {
  const { platform } = identity
  let nonce = 'A'.repeat(32)
  const { fetch } = createSandbox({
    catalog: flowCatalog, identity, now, scenario: 'PUBLIC_KEY_TRANSITION', random: () => nonce,
  })
  const transition = createClient({
    ...clientSettings(identity), now, fetch: (...args) => fetch(new Request(...args)),
  })
  const serialOf = async (headers = {}) => {
    const response = await transition.chain('v3/pay/transactions/jsapi').postAsync({ json: order, headers })
    return response.headers.get('Wechatpay-Serial')!
  }
  const seen = [await serialOf(), (nonce = 'B'.repeat(32), await serialOf())]
  expect(seen).toEqual([platform.publicKeyId, platform.serial])
  for (const serial of seen) expect(await serialOf({ 'Wechatpay-Serial': serial })).toBe(serial)
})
