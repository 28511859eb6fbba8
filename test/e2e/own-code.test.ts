import { readFileSync } from 'node:fs'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Identity } from '@wxpay-live/sandbox'
import { enter, example, outcome, wireText } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()
const identity = JSON.parse(readFileSync('packages/sandbox/generated/identity.json', 'utf8')) as Identity
const { mchid, serial, privateKey, platform } = identity

async function runCode(page: Page, code: string): Promise<string> {
  await enter(page, code)
  await example(page).run.click()
  return outcome(page)
}

describe('code that does not use the ready client', () => {
  it.each(['getAsync', 'get'])('makes its own client, whose requests are on the wire too: %s', async (call) => {
    const page = await site.open()
    const printed = await runCode(page, `import { createClient } from '@wxpay-live/client'
import { safeRetry } from '@wxpay-live/client/retry'

const own = createClient({
  mchid: '${mchid}',
  serial: '${serial}',
  privateKey: ${JSON.stringify(privateKey)},
  certs: { '${platform.serial}': ${JSON.stringify(platform.certificate)} },
  retry: safeRetry(),
})
const response = await own.v3.pay.transactions.id._transaction_id_.${call}({ transaction_id: '1', query: { mchid: '${mchid}' } })
console.log(response.status)`)
    expect(printed).toMatch(/完成[^]*200/)
    expect(await wireText(page)).toMatch(/GET https:\/\/api\.mch\.weixin\.qq\.com\/v3\/pay\/transactions\/id\/1\?mchid=1[^]*待签名串/)
  })

  it('sends with fetch, which is on the wire without a string to sign', async () => {
    const page = await site.open()
    const printed = await runCode(page, `const response = await fetch('https://api.mch.weixin.qq.com/v3/certificates')
console.log(response.status)`)
    expect(printed).toMatch(/完成[^]*401/)
    const wire = await wireText(page)
    expect(wire).toMatch(/GET https:\/\/api\.mch\.weixin\.qq\.com\/v3\/certificates[^]*响应[^]*401[^]*没有经过客户端/)
    expect(await example(page).wire.getByRole('heading').allInnerTexts()).toEqual(['请求', '响应', '验签'])
  })

  it('is told in Chinese which modules it can import, and where it imports another', async () => {
    const page = await site.open()
    expect(await runCode(page, `\nimport { readFileSync } from 'node:fs'`))
      .toMatch(/第 2 行[^]*示例里没有 node:fs，只能 import @wxpay-live\/client/)
  })

  it('prints the text of a download', async () => {
    const page = await site.open('/openapi/v3/billdownload/file.html')
    await example(page).run.click()
    expect(await outcome(page)).toMatch(/完成[^]*交易时间,公众账号ID/)
    expect(await wireText(page)).toContain('微信支付不给这种文件签名，来源只由 TLS 保证')
  })
})
