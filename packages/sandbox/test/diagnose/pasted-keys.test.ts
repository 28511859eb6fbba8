import { createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { diagnose, type Given } from '../../src/diagnose/index.ts'
import { judge, pastedCases, testIds, testPem } from '../support/pasted.ts'
import { signRequest } from '../support/signed-request.ts'

const titles = {
  certificate: '商户证书', publicKey: '商户公钥 merchant_pub.pem', platformCertificate: '平台证书', platformPublicKey: '微信支付公钥',
} as const

type Keys = { [Name in keyof typeof titles]?: string | undefined }

/** The keys of a case as people paste them, each below its title, and what else is given. */
function inText({ certificate, publicKey, platformCertificate, platformPublicKey, ...others }: Given) {
  const keys: Keys = { certificate, publicKey, platformCertificate, platformPublicKey }
  const blocks = Object.entries(keys).flatMap(([name, pem]) => {
    const id = name === 'platformPublicKey' ? ` ${others.platformPublicKeyId}` : ''
    return pem ? [`${titles[name as keyof Keys]}${id}：\n${pem}`] : []
  })
  return { blocks: blocks.join('\n'), others }
}

const withKeys = pastedCases.filter(({ given }) => inText(given).blocks)

describe.each([
  ['above', (text: string, keys: string) => `${keys}\n${text}`],
  ['below', (text: string, keys: string) => `${text}\n\n${keys}`],
] as const)('judges as with given keys if they are pasted %s the text', (_, join) => {
  test.each(withKeys)('$id, $form', async ({ text, given, expected }) => {
    const { blocks, others } = inText(given)
    const { verdict, mistake } = expected
    const found = judge(await diagnose(join(text, blocks), others), expected)
    expect(found).toEqual({ verdict, mistakes: mistake === null ? [] : [mistake] })
  })
})

const request = signRequest()
const curl = `curl '${request.url}' -H 'Authorization: ${request.authorization}'`

async function read(text: string, given: Given = {}) {
  const { verdict, recognised, checked } = await diagnose(text, given)
  return { verdict, labels: recognised.map(({ label }) => label), checked: checked.join(), recognised }
}

test('takes keys without a title: a certificate by its owner, a public key by what is pasted with it', async () => {
  const { certificate, platform } = { certificate: testPem('merchant-cert'), platform: testPem('platform-cert') }
  expect((await read(`${certificate}${platform}${curl}`)).labels).toEqual(['cURL 命令', 'Authorization', '请求体', '商户证书', '平台证书'])
  expect(await read(`${testPem('merchant-public-key')}${curl}`)).toMatchObject({ verdict: 'valid' })
})

test('takes a key with its line ends written out, in quotes', async () => {
  const pem = testPem('merchant-cert').replaceAll('\n', '\\n')
  const text = JSON.stringify({ method: 'GET', url: request.url, headers: { Authorization: request.authorization } })
  expect(await read(`${text.slice(0, -1)},"cert":"${pem}"}`)).toMatchObject({ verdict: 'valid' })
  expect(await read(`WXPAY_CERT="${pem}"\n${curl}`)).toMatchObject({ verdict: 'valid' })
})

test('uses the public half of a private key, says so, and repeats nothing of it', async () => {
  const key = testPem('merchant-key')
  const diagnosis = await diagnose(`${curl}\n${key}`)
  expect(diagnosis).toMatchObject({ verdict: 'valid' })
  expect(diagnosis.checked.join()).toContain('给的是私钥')
  const secret = key.replaceAll('\n', '').slice(60, 100)
  expect(JSON.stringify(diagnosis)).not.toContain(secret)
})

test('says so, too, of a private key in a message or parameters for a phone', async () => {
  const { text } = pastedCases.find(({ id }) => id === 'sp02')!
  expect((await read(`${text}\n${testPem('merchant-key')}`)).checked).toContain('给的是私钥')
})

test('prefers a key that is given to one in the text', async () => {
  const { verdict } = await read(`${curl}\n${testPem('merchant2-cert')}`, { certificate: testPem('merchant-cert') })
  expect(verdict).toBe('valid')
})

test('says which key it cannot read, and judges without it', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { verdict, recognised } = await read(`${curl}\n${publicKey.export({ type: 'spki', format: 'pem' })}`)
  expect(verdict).toBe('undecidable')
  expect(recognised.at(-1)).toEqual({ label: 'PUBLIC KEY', value: '读不出：不是 RSA 的密钥或证书，或者不完整' })
})

test('does not trust the private key of the platform that signed a message', async () => {
  // Whoever pastes a private key pastes the merchant's: nobody else has one.
  const body = '{}'
  const signature = createSign('RSA-SHA256').update(`1795658452\nabc\n${body}\n`).sign(testPem('platform-key'), 'base64')
  const message = `Wechatpay-Timestamp: 1795658452\nWechatpay-Nonce: abc\nWechatpay-Serial: ${testIds.platformSerial}\nWechatpay-Signature: ${signature}\n\n${body}`
  expect(await read(`${message}\n${testPem('merchant-key')}`)).toMatchObject({ verdict: 'undecidable' })
})
