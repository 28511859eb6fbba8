import { execFileSync } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Identity } from '@wxpay-live/sandbox'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { codeOf, enter, example, outcome, wireText } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const identity = JSON.parse(readFileSync('packages/sandbox/generated/identity.json', 'utf8')) as Identity

/** Whether the openssl command accepts a signature by the merchant's key. */
function opensslVerifies(message: string, signature: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'wire-'))
  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }
  const key = file('key.pem', createPublicKey(identity.privateKey).export({ type: 'spki', format: 'pem' }))
  const args = ['dgst', '-sha256', '-verify', key, '-signature', file('signature', Buffer.from(signature, 'base64')), file('message', message)]
  return execFileSync('openssl', args, { encoding: 'utf8' }).includes('Verified OK')
}

/** Runs the example of the page and opens the tab of its messages. */
async function runAndShow(page: Page) {
  const controls = example(page)
  await controls.run.click()
  await outcome(page)
  await controls.results('报文').click()
  return controls
}

describe('报文', () => {
  it('has four parts with headings', async () => {
    const page = await site.open()
    const { wire } = await runAndShow(page)

    expect(await wire.getByRole('heading').allInnerTexts()).toEqual(['请求', '待签名串', '响应', '验签'])
  })

  it('shows the exact string that was signed: openssl verifies the Authorization header with it', async () => {
    const page = await site.open()
    const { wire } = await runAndShow(page)

    const message = await wire.locator('pre.signed-message').first().textContent() ?? ''
    const signature = await wire.getByText('signature', { exact: true }).locator('+ dd').textContent() ?? ''

    expect(message.split('\n')).toEqual([
      'POST',
      expect.stringMatching(/^\/v3\/payscore\/smartretail-orders\/\w+\/cancel$/),
      expect.stringMatching(/^\d{10}$/),
      expect.stringMatching(/^\w{32}$/),
      '{"appid":"wxd678efh567hg6787","service_id":"500001","reason":"用户投诉"}',
      '',
    ])
    expect(opensslVerifies(message, signature.trim())).toBe(true)
  })

  it('shows each line break of the signed string on its own line, at 360 px too', async () => {
    const page = await site.open(undefined, { viewport: { width: 360, height: 740 } })
    const { wire } = await runAndShow(page)

    const nonce = wire.locator('pre.signed-message').first().locator('span').nth(3)
    expect(await nonce.innerText()).toMatch(/^\w{32}$/)
    expect(await nonce.evaluate(line => line.getClientRects().length)).toBe(1)
  })

  it('lists the parts of the Authorization header, and the serial that the response was verified with', async () => {
    const page = await site.open()
    await runAndShow(page)
    const text = await wireText(page)

    for (const part of ['WECHATPAY2-SHA256-RSA2048', 'mchid', 'serial_no', 'timestamp', 'nonce_str', 'signature']) {
      expect(text).toContain(part)
    }
    expect(text).toContain(identity.mchid)
    expect(text).toMatch(/签名有效[^]*[0-9A-F]{40}/)
  })

  it('reports the mistake that explains a refused signature', async () => {
    const page = await site.open()
    const { run } = example(page)
    await enter(page, `const { subtle } = crypto
const sign = subtle.sign.bind(subtle)
subtle.sign = (algorithm, key, data) => sign(algorithm, key, data.slice(0, -1))
${await codeOf(page)}`)
    await run.click()

    expect(await outcome(page)).toContain('401 SIGN_ERROR')
    const text = await wireText(page)
    expect(text).toMatch(/响应\s+401\s+待签名串末尾少了换行符/)
    expect(text).toMatch(/✗ 签名无效：Wechatpay-Timestamp/)
  })

  it('passes on a request signed by hand, and shows the string that the sandbox expected', async () => {
    const page = await site.open()
    const { run } = example(page)
    await enter(page, `const timestamp = Math.floor(Date.now() / 1000)
const response = await fetch('https://api.mch.weixin.qq.com/v3/certificates', { headers: {
  Authorization: 'WECHATPAY2-SHA256-RSA2048 mchid="${identity.mchid}",serial_no="${identity.serial}",timestamp="' + timestamp + '",nonce_str="by-hand",signature="eA=="',
} })
const { code, detail } = await response.json()
console.log(response.status, code, detail.sign_information.truncated_sign_message.split('\\n').join('|'))`)
    await run.click()

    expect(await outcome(page)).toMatch(/401 SIGN_ERROR GET\|\/v3\/certificates\|\d{10}\|by-hand\|\|/)
  })
})
