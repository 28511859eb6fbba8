import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axe } from './support/axe.ts'
import { codeOf, enter, example, outcome } from './support/example.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const jsapi = '/openapi/v3/pay/transactions/jsapi.html'
const wide = { viewport: { width: 1280, height: 800 } }

const cell = (page: Page, id: string) => page.locator(`td[id="${id}"]`)

describe('a table of fields', () => {
  it('brings the row of an address into view, and reads its path to a screen reader', async () => {
    const page = await site.open(`${jsapi}#request.scene_info.store_info.id`, wide)
    const row = page.getByRole('cell', { name: /^request\.scene_info\.store_info\.id id/ })
    await expect.poll(async () => (await row.boundingBox())?.y ?? 0).toBeLessThan(700)
    expect((await row.boundingBox())?.y).toBeGreaterThan(64)
  })

  it('marks the line of the row that is pointed at, and links to it', async () => {
    const page = await site.open(jsapi, wide)
    await cell(page, 'request.amount').hover()
    const lines = (await codeOf(page)).split('\n')
    await cell(page, 'request.amount.total').hover()
    await page.locator('.example-panel[data-marked]').waitFor()
    const line = Number(await page.locator('.example-panel').getAttribute('data-marked'))
    expect(lines[line - 1]).toContain('total: 2580')
    await page.getByRole('link', { name: 'json.amount.total 的链接' }).click()
    await page.waitForURL(/#request\.amount\.total$/)
  })

  it.each(['TypeScript', 'PHP'] as const)('adds a field to the code, which runs: %s', async (language) => {
    const page = await site.open(jsapi, wide)
    await example(page).language(language).check()
    await cell(page, 'request.subsidy_info.subsidy_detail').hover()
    await page.getByRole('button', { name: '把 json.subsidy_info.subsidy_detail 加进示例' }).click()
    await page.locator('.example-panel[data-marked]').waitFor()
    expect(await codeOf(page)).toMatch(/subsidy_info'?(?::| =>) [[{]\n\s+'?subsidy_detail'?(?::| =>) \[/)
    if (language === 'PHP') return
    await example(page).run.click()
    expect(await outcome(page)).toMatch(/完成[^]*prepay_id/)
  })

  it('adds a field by touch', async () => {
    const page = await site.open(jsapi, { viewport: { width: 360, height: 740 }, hasTouch: true })
    await cell(page, 'request.detail.goods_detail.wechatpay_goods_id').tap()
    await page.getByRole('button', { name: '把 json.detail.goods_detail.wechatpay_goods_id 加进示例' }).tap()
    await page.locator('.example-panel[data-marked]').waitFor()
    expect(await codeOf(page)).toContain('wechatpay_goods_id')
  })

  it('offers nothing where a value must be encrypted, is required, or is in the code', async () => {
    const page = await site.open(jsapi, wide)
    for (const id of ['request.payer.identity.number', 'request.appid', 'request.attach']) {
      await cell(page, id).hover()
      await cell(page, id).getByRole('link').waitFor()
      expect(await page.getByRole('button', { name: /加进示例/ }).count(), id).toBe(0)
    }
  })

  it('folds objects, filters, and shows required fields only', async () => {
    const page = await site.open(jsapi, wide)
    const rows = page.locator('#request tbody tr:visible')
    const all = await rows.count()
    await page.getByRole('button', { name: 'goods_detail 的成员' }).first().click()
    await expect.poll(() => rows.count()).toBe(all - 5)

    await page.getByRole('searchbox', { name: '筛选字段' }).first().fill('门店编号')
    await expect.poll(() => rows.count()).toBe(4)
    expect(await rows.allInnerTexts()).toEqual(['json', 'scene_info', 'store_info', 'id'].map(name => expect.stringContaining(name)))

    await page.getByRole('searchbox', { name: '筛选字段' }).first().fill('')
    await page.getByRole('checkbox', { name: '只看必填' }).first().check()
    expect(await rows.count()).toBe(await page.locator('#request tbody tr:not([data-optional])').count())
  })

  it('is one stop of the tab key, and moves by arrows', async () => {
    const page = await site.open(jsapi, wide)
    await page.getByRole('searchbox', { name: '筛选字段' }).first().focus()
    await page.keyboard.press('Tab')
    await cell(page, 'request.json').locator('.row-tools').waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('json.mchid 的链接')
  })

  it('keeps its header in view, with what holds the first row', async () => {
    const page = await site.open(jsapi, wide)
    await page.evaluate(() => document.getElementById('request.scene_info.store_info.area_code')!.scrollIntoView())
    const header = page.locator('#request th').first()
    await expect.poll(() => header.getAttribute('data-parents')).toMatch(/^json › scene_info/)
    expect((await header.boundingBox())!.y).toBeLessThan(80)
  })

  it('can be narrowed to required fields without scripts', async () => {
    const page = await site.open(jsapi, { ...wide, javaScriptEnabled: false })
    await page.getByRole('checkbox', { name: '只看必填' }).first().check()
    expect(await cell(page, 'request.attach').isVisible()).toBe(false)
  })

  it('loads what it can do when it is first pointed at', async () => {
    const page = await site.open(jsapi, wide)
    const loads = () => page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /tables/.test(name)).length)
    expect(await loads()).toBe(0)
    await cell(page, 'request.json').hover()
    await expect.poll(loads).toBe(1)
    expect(await axe(page)).toEqual([])
  })
})

describe('a refused run', () => {
  it('leads to the row of the wrong field', async () => {
    const page = await site.open(jsapi, wide)
    const { run } = example(page)
    await enter(page, (await codeOf(page)).replace('total: 2580', `total: '1'`))
    await run.click()
    await outcome(page)
    await page.getByRole('link', { name: '看字段 amount.total' }).click()
    await expect.poll(async () => (await cell(page, 'request.amount.total').boundingBox())?.y ?? 0).toBeGreaterThan(64)
  })

  it('goes on with another number after 商户订单号重复', async () => {
    const page = await site.open(jsapi, wide)
    const { run } = example(page)
    await run.click()
    await outcome(page)
    await enter(page, (await codeOf(page)).replace('total: 2580', 'total: 2581'))
    await run.click()
    expect(await outcome(page)).toMatch(/OUT_TRADE_NO_USED(?![^]*undefined)/)
    await page.getByRole('button', { name: '换一个单号再运行' }).click()
    await example(page).output.getByText('prepay_id').waitFor()
    expect(await codeOf(page)).toContain('20260312094500000002')
  })

  it('pays what is not paid', async () => {
    const page = await site.open(jsapi, wide)
    const { output, run } = example(page)
    await run.click()
    await outcome(page)
    await enter(page, `const response = await wxpay.v3.refund.domestic.refunds.postAsync({ json: {
      out_trade_no: '20260312094500000001', out_refund_no: 'R1', amount: { refund: 1, total: 2580, currency: 'CNY' },
    } })
    console.log(await response.json())`)
    await run.click()
    await page.getByRole('button', { name: '替用户支付' }).click()
    await output.getByText('refund_id').waitFor()
  })

  it('resets the sandbox, and with it what switched the refusal on', async () => {
    const page = await site.open(jsapi, wide)
    const { output, results, run } = example(page)
    await results('沙箱').click()
    await page.getByRole('combobox', { name: '场景' }).selectOption('ORDER_NOT_EXIST')
    await run.click()
    await page.getByRole('button', { name: '先下单' }).click()
    await output.getByRole('alert').getByText('订单不存在').waitFor()
    await page.getByRole('button', { name: '重置沙箱' }).click()
    await output.getByText('prepay_id').waitFor()
  })
})
