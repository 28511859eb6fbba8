import { globSync, readFileSync } from 'node:fs'
import {
  createClient, DecryptionError, type Hooks, isWxpayError, type RawResponse, type Verification, WebhookError,
} from '@wxpay-live/client'
import { describe, expect, it } from 'vitest'
import { inChinese } from '../../src/worker/chinese.ts'
import { settings, signed } from '../support/platform.ts'

const url = 'https://api.mch.weixin.qq.com/v3/x'

/** Sends a request to a platform, and returns what the client says of the response. */
function verificationOf(respond: () => RawResponse, path = 'v3/x'): Verification | undefined {
  let said: Verification | undefined
  const hooks: Hooks = { response: ({ verification }) => { said = verification } }
  const wxpay = createClient({ ...settings, fetchSync: respond, hooks })
  messageOf(() => wxpay.chain(path).get())
  return said
}

function messageOf(action: () => unknown): string | undefined {
  try {
    action()
  } catch (error) {
    if (!isWxpayError(error) && !(error instanceof TypeError)) throw error
    return error.message
  }
}

/** Latin words that are names of the API, of JavaScript or of the request. */
const names = /Wechatpay-\w+|\b(?:v3|wxpay|GET|POST|UTF|SHA1|gzip|getAsync|get|post|put|patch|delete|Async|json|body|query|certs|hash|https?|api|mch|weixin|qq|com|fetch|Failed|to|AB|CD|x|id|JSON|nonce|resource|base64|chain|jsn|gett)\b/g
const englishIn = (text: string) => text.replace(/"[^"]*"|\{[^}]*\}/g, '').replace(names, '').match(/[a-z]{2,}/gi)

/** The literal problems of the `ArgumentError`s in a source file, with a name in place of each value. */
function problemsIn(source: string): string[] {
  const wanted = /const wanted = '(.+)'/.exec(source)?.[1] ?? ''
  const literals = source.matchAll(/ArgumentError\((?:'[^']*'|`[^`]*`|[^,'`]+),\s*(?:'((?:[^'\\]|\\.)*)'|`([^`]*)`)/g)
  return Array.from(literals, ([, plain, template = '']) => plain?.replaceAll('\\', '')
    ?? template.replace('${wanted}', wanted).replace('${problem}', 'is missing').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '7'))
}

describe('inChinese', () => {
  it.each<[string, () => RawResponse, string?]>([
    ['a missing signature', () => ({ status: 200, headers: {}, body: new Uint8Array() })],
    ['a strange timestamp', () => signed({ headers: { 'wechatpay-timestamp': 'now' } })],
    ['an old timestamp', () => signed({ headers: { 'wechatpay-timestamp': '1' } })],
    ['an unknown serial', () => signed({ headers: { 'wechatpay-serial': 'AB' } })],
    ['a wrong signature', () => signed({ headers: { 'wechatpay-signature': 'eA==' } })],
    ['a body of other bytes', () => signed({ body: Uint8Array.of(0xff) })],
    ['a file without signature', () => ({ status: 200, headers: {}, body: new Uint8Array() }), 'v3/billdownload/file'],
  ])('says why a response is not trusted: %s', (_what, respond, path) => {
    const { reason = '' } = verificationOf(respond, path) ?? {}
    expect(reason).toMatch(/[a-z] [a-z]/)
    expect(englishIn(inChinese(reason))).toBeNull()
  })

  const wxpay = createClient({ ...settings, fetchSync: () => { throw new TypeError('Failed to fetch') } })
  const unsigned = (status: number) => ({ status, headers: {}, body: new Uint8Array() })
  const redirected = createClient({ ...settings, fetchSync: () => unsigned(302) })
  const untrusted = createClient({ ...settings, fetchSync: () => signed({ headers: { 'wechatpay-signature': 'eA==' } }) })

  it.each<[string, () => unknown]>([
    ['no response', () => wxpay.chain('v3/x').get()],
    ['a redirect', () => redirected.chain('v3/x').get()],
    ['an untrusted response', () => untrusted.chain('v3/x').get()],
    ['a missing variable', () => wxpay.chain('v3/{id}').get()],
    ['an empty variable', () => wxpay.chain('v3/{id}').get({ id: '' })],
    ['an unknown option', () => wxpay.chain('v3/x').post({ jsn: {} })],
    ['two bodies', () => wxpay.chain('v3/x').post({ json: {}, body: '' })],
    ['a body of GET', () => wxpay.chain('v3/x').get({ json: {} })],
    ['a call of a step', () => Reflect.apply(Reflect.get(wxpay.v3, 'gett'), undefined, [])],
  ])('says what is wrong with a call: %s', (_what, call) => {
    const message = messageOf(call) ?? ''
    expect(message).toMatch(/[a-z] [a-z]/)
    expect(englishIn(inChinese(message))).toBeNull()
  })

  it('keeps method, URL and the message of the transport', () => {
    expect(inChinese(messageOf(() => wxpay.chain('v3/x').get()) ?? '')).toBe(`GET ${url} 没有得到应答：Failed to fetch`)
  })

  it('translates errors of notifications and ciphertexts', () => {
    expect(inChinese(new WebhookError('it is not JSON').message)).toBe('通知不可信：它不是 JSON')
    expect(inChinese(new DecryptionError('the ciphertext is not base64').message)).toBe('密文不是 base64')
  })

  it('translates every problem of an argument that the client can name', () => {
    const problems = globSync('packages/client/src/**/*.ts').flatMap(file => problemsIn(readFileSync(file, 'utf8')))
    expect(problems.length).toBeGreaterThan(50)
    const english = problems.filter(problem => /[a-z]{2,} [a-z]{2,}/.test(inChinese(problem).replace(/"[^"]*"|\{[^}]*\}/g, '')))
    expect(english).toEqual([])
  })

  it('keeps what it does not know', () => {
    expect(inChinese('something else entirely')).toBe('something else entirely')
  })
})
