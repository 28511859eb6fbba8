import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axe } from './support/axe.ts'
import { enter, example, outcome } from './support/example.ts'
import { recordRequests } from './support/requests.ts'
import { useSite } from './support/site.ts'

const site = useSite()
const clinicPage = '/clinic.html'

/** Code that sends a request with a signature that is none. */
const unsigned = `
const parts = { mchid: '1900000109', nonce_str: 'n', signature: 'AA==', timestamp: Math.floor(Date.now() / 1000), serial_no: '1' }
const Authorization = 'WECHATPAY2-SHA256-RSA2048 ' + Object.entries(parts).map(([name, value]) => name + '="' + value + '"').join()
const headers = { Accept: 'application/json', 'User-Agent': 'shop', Authorization }
console.log((await fetch('https://api.mch.weixin.qq.com/v3/certificates', { headers })).status)
`

/** The clinic's controls, found as a screen reader finds them. */
function clinic(page: Page) {
  const section = page.getByRole('region', { name: '验签诊所', exact: true })
  return {
    section,
    text: section.getByRole('textbox', { name: '请求、应答、通知，或手机的参数' }),
    sample: (name: string) => section.getByRole('button', { name, exact: true }),
    certificate: section.getByRole('textbox', { name: '商户 API 证书' }),
    verdict: section.locator('.clinic-verdict'),
    result: section.locator('.clinic-result'),
    comparison: section.getByRole('table'),
  }
}

describe('验签诊所', () => {
  it('is in the menu, and loads the diagnosis with the first input', async () => {
    const page = await site.open('/')
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '验签诊所' }).click()
    const { section, text, verdict } = clinic(page)
    await section.getByText('粘贴之后').waitFor()
    const requests = recordRequests(page)
    await text.fill('hello')
    await verdict.getByText('看不出这是什么').waitFor()
    expect(requests.filter(url => url.includes('worker'))).toHaveLength(1)
  })

  it('names the mistake, compares both strings and shows the code, without a request', async () => {
    const page = await site.open(clinicPage)
    const { comparison, result, sample, text, verdict } = clinic(page)
    await sample('正确的请求').click()
    await verdict.getByText('这个请求没有发现错误').waitFor()
    const requests = recordRequests(page)
    await sample('漏了查询串').click()
    await verdict.getByText('这个请求有错误').waitFor()
    expect(await result.innerText()).toContain('query-left-out')
    expect(await comparison.locator('mark').allInnerTexts()).toEqual(['?mchid=1900000109'])
    await result.getByRole('radio', { name: 'Go' }).check({ force: true })
    expect(await result.innerText()).toMatch(/req\.URL\.RequestURI\(\)[^]*未经测试运行/)

    // The key is in the page, and nowhere else.
    await text.fill(`${await text.inputValue()}\n-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----`)
    await page.getByText('读不出：不是 RSA 的密钥或证书').waitFor()
    expect(requests).toEqual([])
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, location.href]))
    expect(kept).not.toMatch(/WECHATPAY2|PRIVATE/)
  })

  it('reads notifications and the phone, and says what is missing', async () => {
    const page = await site.open(clinicPage)
    const { certificate, result, sample, verdict } = clinic(page)
    await sample('正确的通知').click()
    await verdict.getByText('这条应答或通知没有发现错误').waitFor()
    expect(await result.innerText()).toContain('"trade_state": "SUCCESS"')
    await sample('小程序支付参数').click()
    await verdict.getByText('这些参数有错误').waitFor()
    await certificate.fill('')
    await verdict.getByText('还不能判断').waitFor()
    await certificate.fill('-----BEGIN')
    await result.getByRole('alert').getByText('「商户 API 证书」读不出').waitFor()
    await sample('正确的请求').click()
    await verdict.getByText('没有发现错误').waitFor()
  })

  it('stays responsive with a long text, and refuses one that is too long', async () => {
    const page = await site.open(clinicPage)
    const { result, text, verdict } = clinic(page)
    await text.fill(`POST /v3/a HTTP/1.1\n${'{"a":['.repeat(10_000)}`)
    await verdict.waitFor()
    await text.fill('x'.repeat(100_001))
    await result.getByRole('alert').getByText('太长了').waitFor()
    await page.getByRole('button', { name: '清空' }).click()
    await result.getByText('粘贴之后').waitFor()
    expect(await text.evaluate(element => element === document.activeElement)).toBe(true)
  })

  it('is linked from the rows of SIGN_ERROR, and takes over a request that ended in it', async () => {
    const page = await site.open('/openapi/v3/pay/transactions/native.html')
    const row = page.getByRole('row').filter({ hasText: 'SIGN_ERROR' })
    const links = row.getByRole('link', { name: '验签诊所' })
    expect(await links.evaluateAll(all => all.map(link => link.getAttribute('href')))).toEqual(['/clinic.html'])
    const { results, run, wire } = example(page)
    await enter(page, unsigned)
    await run.click()
    await outcome(page)
    await results('报文').click()
    await wire.getByRole('link', { name: '带这次请求去验签诊所' }).click()
    const { result, text } = clinic(page)
    await result.getByText('not-rsa').waitFor()
    expect(await text.inputValue()).toContain('GET /v3/certificates HTTP/1.1')
  })

  it.each(['light', 'dark'] as const)('fits 360 px and passes axe with a result, %s', async (colorScheme) => {
    const page = await site.open(clinicPage, { colorScheme, viewport: { width: 360, height: 740 } })
    const { sample, verdict } = clinic(page)
    await sample('请求体写了两次').click()
    await verdict.getByText('有错误').waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    expect(await axe(page)).toEqual([])
  })
})
