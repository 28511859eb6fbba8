import { chromium } from 'playwright'
import { expect, it } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/chromium.ts'
import { listenOutside } from './support/outside.ts'

it('records a request that leaves the machine', async () => {
  const outside = await listenOutside()
  const browser = await chromium.launch({ ...chromiumLaunchOptions(), proxy: { server: outside.proxy, bypass: '127.0.0.1' } })
  try {
    const page = await browser.newPage()
    await page.evaluate(() => fetch('https://api.mch.weixin.qq.com/v3/certificates').catch(() => undefined))
    expect(outside.seen).toContain('CONNECT api.mch.weixin.qq.com:443')
  } finally {
    await browser.close()
    outside.close()
  }
})
