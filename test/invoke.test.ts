import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@wxpay-live/client'
import { compileFolder, type Program } from '@wxpay-live/compiler'
import { reuseWorker, run } from '@wxpay-live/runner'
import { compilePhp, createPhpWorker } from '@wxpay-live/runner/php-node'
import { clientSettings, createSandbox } from '@wxpay-live/sandbox'
import { diagnose } from '@wxpay-live/sandbox/diagnose'
import { createIdentity } from '@wxpay-live/sandbox/identity'
import { type SandboxServer, serve } from '@wxpay-live/sandbox/server'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

// Runs the programs of the pages on what a phone opens, and checks what they print with openssl.

type Language = Program['language']
type Members = Record<string, string>

const { catalog, compiled } = await compileFolder('docs')
const identity = await createIdentity()
const php = { ...reuseWorker(createPhpWorker), php: await compilePhp() }
const scratch = mkdtempSync(join(tmpdir(), 'invoke-'))
const certificate = write('certificate.pem', identity.certificate)
const publicKey = write('public.pem', execFileSync('openssl', ['x509', '-in', certificate, '-noout', '-pubkey']))
const appid = 'wxd678efh567hg6787'
const apiv2Key = 'wxpayLiveSandboxApiv2KeyForTests'

let server: SandboxServer
let client: ReturnType<typeof clientSettings> & { baseUrl: string }
beforeAll(async () => {
  server = await serve({ sandbox: createSandbox({ catalog, identity, strict: false }), port: 0 })
  client = { ...clientSettings(identity), baseUrl: server.url }
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})
afterAll(async () => {
  php.createWorker().terminate()
  await server.close()
})

function write(name: string, content: string | Uint8Array): string {
  const file = join(scratch, name)
  writeFileSync(file, content)
  return file
}

/** Runs a page's program; returns what it prints. */
async function outputOf(page: string, language: Language): Promise<string> {
  const programs = compiled.find(({ file }) => file === `docs/invoke/${page}.md`)?.programs
  const code = programs?.find(program => program.language === language)?.code
  if (!code) throw new Error(`docs/invoke/${page}.md has no program in ${language}`)
  return language === 'php' ? outputOfPhp(code) : outputOfTypescript(page, code)
}

async function outputOfPhp(code: string): Promise<string> {
  const printed: string[] = []
  const { outcome } = run(code, { ...php, client, samples: {}, onEvent: (event) => {
    if (event.type === 'output') printed.push(event.text)
  } })
  expect([await outcome, printed.join('')]).toEqual(['done', expect.not.stringMatching(/Warning|Deprecated/)])
  return printed.join('')
}

async function outputOfTypescript(page: string, code: string): Promise<string> {
  const log = vi.spyOn(console, 'log').mockReturnValue()
  vi.stubGlobal('wxpay', createClient(client))
  const module = code.replace('http://127.0.0.1:8787', server.url)
    .replace(`'@wxpay-live/client/invoke'`, JSON.stringify(import.meta.resolve('@wxpay-live/client/invoke')))
  await import(write(`${page}.ts`, `${module}\nexport {}\n`))
  return log.mock.calls.map(texts => `${texts.join(' ')}\n`).join('')
}

/** The first JSON object that a program prints. */
const objectIn = (output: string) => JSON.parse(/^\{.*?^\}/ms.exec(output)?.[0] ?? '')

async function membersOf(page: string, language: Language): Promise<Members> {
  return objectIn(await outputOf(page, language))
}

/** Whether openssl verifies a signature of these lines with the merchant's certificate. */
function isSigned(signature: string | undefined, ...lines: (string | undefined)[]): boolean {
  const file = write('signature', Buffer.from(signature ?? '', 'base64'))
  const input = lines.map(line => `${line}\n`).join('')
  const args = ['dgst', '-sha256', '-verify', publicKey, '-signature', file]
  return execFileSync('openssl', args, { input, encoding: 'utf8' }).trim() === 'Verified OK'
}

/** What the clinic says of parameters. */
async function verdictOf(params: object | string): Promise<string> {
  const text = typeof params === 'string' ? params : JSON.stringify(params)
  return (await diagnose(text, { certificate: identity.certificate, appid, apiv2Key })).verdict
}

/** What the user has or did after the phone opened parameters: kind and state. */
async function openedBy(params: object): Promise<string> {
  const response = await fetch(`${server.url}/_sandbox/pay`, { method: 'POST', body: JSON.stringify({ params }) })
  const body = await response.json()
  if (!response.ok) return body.diagnosis ?? body.error
  return body.map(({ kind, state }: Members) => `${kind} ${state}`).join()
}

/**
 * The programs in TypeScript give their parameters to the phone, and throw if it refuses them; those in PHP leave that to
 * this test. Nothing can be confirmed twice.
 */
const opensIn = (language: Language, result: string) => language === 'php' ? result : expect.stringMatching(/^nothing waits/)

/** The HMAC-SHA256 that openssl makes of sorted pairs. */
function hmac(pairs: string): string {
  const args = ['dgst', '-sha256', '-hmac', apiv2Key]
  const printed = execFileSync('openssl', args, { input: `${pairs}&key=${apiv2Key}`, encoding: 'utf8' })
  return printed.split('= ')[1]!.trim().toUpperCase()
}

describe.each<Language>(['typescript', 'php'])('the program in %s', (language) => {
  it('signs for a page', async () => {
    const params = await membersOf('jsapi', language)
    const { appId, timeStamp, nonceStr, package: prepay, paySign, ...others } = params
    expect(isSigned(paySign, appId, timeStamp, nonceStr, prepay)).toBe(true)
    expect([prepay, others]).toEqual([expect.stringMatching(/^prepay_id=wx/), { signType: 'RSA' }])
    expect(await verdictOf(params)).toBe('valid')
    expect(await openedBy(params)).toEqual(opensIn(language, 'transaction SUCCESS'))
  })

  it('signs for a mini program', async () => {
    const params = await membersOf('mini-program', language)
    const { timeStamp, nonceStr, package: prepay, paySign, ...others } = params
    expect(isSigned(paySign, appid, timeStamp, nonceStr, prepay)).toBe(true)
    expect([prepay, others]).toEqual([expect.stringMatching(/^prepay_id=wx/), { signType: 'RSA' }])
    expect(await verdictOf(params)).toBe('valid')
    expect(await openedBy(params)).toEqual(opensIn(language, 'transaction SUCCESS'))
  })

  it('signs for an app', async () => {
    const params = await membersOf('app', language)
    const { appid, timestamp, noncestr, prepayid, sign, ...others } = params
    expect(isSigned(sign, appid, timestamp, noncestr, prepayid)).toBe(true)
    expect([prepayid, others]).toEqual([expect.stringMatching(/^wx/), { partnerid: '1900000109', package: 'Sign=WXPay' }])
    expect(await verdictOf(params)).toBe('valid')
    expect(await openedBy(params)).toEqual(opensIn(language, 'transaction SUCCESS'))
  })

  it('signs for the confirmation of a settlement', async () => {
    const { appid, timeStamp, nonceStr, package: batch, signature, certSerialNo, ...others } = await membersOf('settlement', language)
    expect(isSigned(signature, appid, timeStamp, nonceStr, batch)).toBe(true)
    expect([batch, certSerialNo]).toEqual([expect.stringMatching(/^settle_batch_no=\d+$/), expect.stringMatching(/^[0-9A-F]+$/)])
    expect(others).toEqual({ mchid: '1900000109', signType: 'RSA' })
  })

  it('adds the page to return to', async () => {
    expect(await outputOf('h5', language))
      .toMatch(/^https:\/\/wx\.tenpay\.com\/\S+&redirect_url=https%3A%2F%2Fwww\.example\.com%2Forders%2F\d+$/m)
  })

  it('prints what the QR code holds', async () => {
    expect(await outputOf('native', language)).toMatch(/^weixin:\/\/\S+$/m)
  })

  it('signs for the details of a pay-score order', async () => {
    const { businessType, params, query } = objectIn(await outputOf('score-detail', language))
    const { sign, ...signed }: Members = params
    expect(Object.keys(signed).sort()).toEqual(['mch_id', 'nonce_str', 'out_order_no', 'service_id', 'sign_type', 'timestamp'])
    expect(sign).toBe(hmac(Object.entries(signed).map(([name, value]) => `${name}=${value}`).sort().join('&')))
    expect([businessType, Object.fromEntries(new URLSearchParams(query))]).toEqual(['wxpayScoreDetail', params])
    expect([await verdictOf(params), await verdictOf(query)]).toEqual(['valid', 'valid'])
    const state = language === 'php' ? 'CREATED' : 'CONFIRMED'
    expect(await openedBy({ businessType, extraData: params })).toBe(`payscore-order ${state}`)
    expect(await openedBy({ businessType, query })).toBe(`payscore-order ${state}`)
  })

  it.each([
    ['score-confirmation', 'wxpayScoreUse', ['package'], 'payscore-order CONFIRMED'],
    ['score-authorization', 'wxpayScoreEnable', ['apply_permissions_token'], 'payscore-permission AVAILABLE'],
    ['transfer', 'requestMerchantTransfer', ['mchId', 'appId', 'package'], 'transfer SUCCESS'],
  ])('passes on the response, unsigned: %s', async (page, type, names, result) => {
    const { businessType, params, query } = objectIn(await outputOf(page, language))
    expect([businessType, Object.keys(params)]).toEqual([type, names])
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual(params)
    expect(await verdictOf({ businessType, query })).toBe('undecidable')
    expect(await openedBy({ businessType, query })).toEqual(opensIn(language, result))
  })

  it('signs coupons of the plugin and of the page', async () => {
    const output = await outputOf('coupon', language)
    const params = objectIn(output)
    const { send_coupon_params: [coupon], send_coupon_merchant, sign } = params
    expect(sign).toBe(hmac(`create_coupon_merchant0=1900000109&out_request_no0=${coupon.out_request_no}`
      + `&send_coupon_merchant=${send_coupon_merchant}&stock_id0=${coupon.stock_id}`))
    const url = /^https:\/\/action\S+#wechat_pay&wechat_redirect$/m.exec(output)?.[0] ?? ''
    const { sign: signature, ...signed }: Members = Object.fromEntries(new URL(url).searchParams)
    expect(signature).toBe(hmac(Object.entries(signed).map(([name, value]) => `${name}=${value}`).sort().join('&')))
    expect([await verdictOf(params), await verdictOf(url)]).toEqual(['valid', 'valid'])
    expect([await openedBy(params), await openedBy({ url })]).toEqual(['favor-coupon SENDED', 'busifavor-coupon SENDED'])
  })

  it('names the mini program of the parking service', async () => {
    const service = objectIn(await outputOf('parking', language))
    const { appId, extraData, url } = service
    expect(appId).toBe('wxbcad394b3d99dac9')
    expect(Object.fromEntries(new URL(url, 'https://x').searchParams)).toEqual(extraData)
    expect(await verdictOf(service)).toBe('undecidable')
    expect(await openedBy(service)).toEqual(opensIn(language, 'parking-plate NORMAL'))
  })
})
