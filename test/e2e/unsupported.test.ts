import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { chromiumLaunchOptions } from '../../scripts/chromium.ts'
import { example, outcome, wireText } from './support/example.ts'

const jsapi = '/openapi/v3/pay/transactions/jsapi.html'
const origin = inject('origin')
/** The same site without https, under a name that is not this machine's. */
const plain = origin.replace('127.0.0.1', 'shop.test')

/** A Chromium whose reader blocks cookies, and with them every storage. */
let browser: BrowserContext
const complaints: string[] = []

beforeAll(async () => {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'))
  mkdirSync(join(profile, 'Default'))
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } }
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  const { args, ...options } = chromiumLaunchOptions()
  browser = await chromium.launchPersistentContext(profile, {
    ...options, args: [...args, '--host-resolver-rules=MAP shop.test 127.0.0.1'],
  })
})
afterAll(() => browser.close())

async function open(url: string, init?: () => void): Promise<Page> {
  const page = await browser.newPage()
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  if (init) await page.addInitScript(init)
  await page.goto(url, { waitUntil: 'networkidle' })
  return page
}

const withoutServiceWorker = () => { Reflect.deleteProperty(Navigator.prototype, 'serviceWorker') }

async function run(page: Page, language: 'TypeScript' | 'PHP', style: string): Promise<string> {
  await example(page).language(language).check()
  await example(page).tab(style).click()
  await example(page).run.click()
  return outcome(page)
}

describe('a page without service worker', () => {
  it.each<[string, string, (() => void) | undefined, RegExp]>([
    ['a private window', origin, withoutServiceWorker, /隐私（无痕）窗口.*请换普通窗口打开/],
    ['blocked cookies', origin, undefined, /不让本站存储数据.*请在浏览器的设置里允许本站的 Cookie/],
  ])('runs asynchronous TypeScript and says what it cannot run, and why: %s', async (_what, site, init, reason) => {
    const page = await open(site + jsapi, init)

    const asynchronous = await run(page, 'TypeScript', '异步纯链式')
    expect(asynchronous).toMatch(/完成[^]*prepay_id/)
    expect(asynchronous).not.toMatch(reason)
    expect(await wireText(page)).toContain('签名有效')

    const synchronous = await run(page, 'TypeScript', '同步纯链式')
    expect(synchronous).toMatch(/出错[^]*发不了同步请求/)
    expect(synchronous).toMatch(reason)

    expect(await run(page, 'PHP', '同步纯链式')).toMatch(reason.source.includes('隐私') ? /出错[^]*隐私/ : /出错[^]*Cookie/)
    expect(complaints.splice(0)).toEqual([])
  })

  it('asks for https, where a browser cannot sign', async () => {
    const page = await open(plain + jsapi)
    expect(await run(page, 'TypeScript', '异步纯链式')).toMatch(/出错[^]*以 http 打开[^]*请用 https 打开，或在本机用 http:\/\/localhost 打开/)
    await example(page).results('沙箱').click()
    await page.getByRole('alert').getByText('沙箱没有准备好：这个页面以 http 打开').waitFor()
    expect(complaints.splice(0)).toEqual([])
  })
})
