import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axe } from './support/axe.ts'
import { codeOf, enter, example, outcome } from './support/example.ts'
import { recordRequests } from './support/requests.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const nativePage = '/openapi/v3/pay/transactions/native.html'

/** The position of a word of the code on the screen, and its colour. */
const wordAt = (page: Page, word: string) => page.evaluate((wanted) => {
  const texts = document.createTreeWalker(document.querySelector('.code-editor')!, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const start = node.textContent!.indexOf(wanted)
    if (start < 0) continue
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, start + wanted.length)
    const { x, y, width } = range.getBoundingClientRect()
    return { x, y, width, colour: getComputedStyle(node.parentElement!).color }
  }
  return undefined
}, word)

const editor = (page: Page) => page.locator('[contenteditable]')

describe('the editor', () => {
  it('is not loaded before the code gets the focus', async () => {
    const page = await site.open()
    const requests = recordRequests(page)
    await example(page).run.click()
    await outcome(page)
    expect(requests.filter(url => url.includes('create-editor'))).toEqual([])
    await example(page).code.focus()
    await editor(page).waitFor()
    expect(requests.some(url => url.includes('create-editor'))).toBe(true)
  })

  it.each(['light', 'dark'] as const)('takes over without a jump or another colour, in %s', async (colorScheme) => {
    const page = await site.open(nativePage, { colorScheme })
    const words = ['const', 'response', 'postAsync', `'wxd678efh567hg6787'`, 'currency', '2580']
    await example(page).code.scrollIntoViewIfNeeded()
    const before = await Promise.all(words.map(word => wordAt(page, word)))
    await example(page).code.evaluate((element: HTMLElement) => element.focus({ preventScroll: true }))
    await editor(page).waitFor()
    expect(await Promise.all(words.map(word => wordAt(page, word)))).toEqual(before)
    expect(new Set(before.map(word => word?.colour)).size).toBeGreaterThan(3)
  })

  it('puts the caret where the reader clicked', async () => {
    const page = await site.open()
    const { x, y } = (await wordAt(page, 'service_id'))!
    await page.mouse.click(x + 1, y + 5)
    await editor(page).waitFor()
    await page.keyboard.type('X')
    expect(await codeOf(page)).toContain('Xservice_id:')
  })

  it('indents, comments, closes brackets, undoes, and is left by Esc and Tab', async () => {
    const page = await site.open()
    await enter(page, 'const a = 1')
    await page.keyboard.press('Control+/')
    expect(await codeOf(page)).toBe('// const a = 1')
    await editor(page).focus()
    await page.keyboard.press('Control+/')
    await page.keyboard.press('End')
    await page.keyboard.type('\nf({')
    await page.keyboard.press('Enter')
    await page.keyboard.type('b')
    expect(await codeOf(page)).toBe('const a = 1\nf({\n  b\n})')
    await editor(page).focus()
    await page.keyboard.press('Control+z')
    expect(await codeOf(page)).not.toContain('b')
    await editor(page).focus()
    await page.keyboard.press('Tab')
    expect(await editor(page).evaluate(element => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await editor(page).evaluate(element => element === document.activeElement)).toBe(false)
  })

  it('completes a field with its type and description, and the caret in its value', async () => {
    const page = await site.open(nativePage)
    await enter(page, 'await wxpay.v3.pay.transactions.native.postAsync({ json: {  } })')
    for (let count = 0; count < 5; count++) await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('noti')
    const list = page.getByRole('listbox')
    await list.getByText('string(255) 必填').waitFor()
    await page.getByText('接收结果通知的地址').last().waitFor()
    // A new list takes no key for 75 ms, so that it catches none that was meant for the code.
    const shown = await page.evaluate(() => performance.now())
    await page.waitForFunction(since => performance.now() > since + 75, shown)
    await page.keyboard.press('Enter')
    await page.keyboard.type('https://a.example')
    expect(await codeOf(page)).toContain(`{ notify_url: 'https://a.example', }`)
  })

  it('completes the chain of an operation, and marks one that does not exist', async () => {
    const page = await site.open(nativePage)
    await enter(page, 'await wxpay.v3.pay.transactions')
    await page.keyboard.press('End')
    await page.keyboard.type('.nat')
    await page.getByRole('option', { name: /^native/ }).click()
    await page.keyboard.type('.po')
    await page.getByRole('option', { name: 'postAsync' }).click()
    expect(await codeOf(page)).toBe('await wxpay.v3.pay.transactions.native.postAsync')
    await enter(page, 'await wxpay.v3.pay.transactions.natve.postAsync({})')
    await page.locator('.cm-lintRange-error').getByText('natve').hover()
    await page.getByRole('button', { name: '改为 native' }).click()
    expect(await codeOf(page)).toContain('transactions.native.postAsync')
  })

  it('completes the first step after v3, and marks one that does not exist', async () => {
    const page = await site.open(nativePage)
    await enter(page, 'await wxpay.v3')
    await page.keyboard.press('End')
    await page.keyboard.type('.combine')
    await page.getByRole('option', { name: 'combineTransactions' }).click()
    expect(await codeOf(page)).toBe('await wxpay.v3.combineTransactions')
    await enter(page, 'await wxpay.v3.pya.transactions.native.postAsync({})')
    await page.locator('.cm-lintRange-error').getByText('pya').hover()
    await page.getByRole('button', { name: '改为 pay' }).click()
    expect(await codeOf(page)).toContain('wxpay.v3.pay.transactions.native.postAsync')
  })

  it('marks a misspelt field of PHP and mends it', async () => {
    const page = await site.open(nativePage)
    await example(page).language('PHP').check()
    await enter(page, `$instance->v3->pay->transactions->native->post(['json' => [...$order, 'descripton' => '商品']]);`)
    await page.locator('.cm-lintRange-error').getByText(`'descripton'`).hover()
    await page.getByRole('button', { name: '改为 description' }).click()
    expect(await codeOf(page)).toContain(`'description' => '商品'`)
    await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' })
  })

  it('adds a required field that is missing, by keyboard', async () => {
    const page = await site.open(nativePage)
    await enter(page, (await codeOf(page)).replace(/ +total: \d+,\n/, ''))
    await page.locator('.cm-lintRange-error').getByText('amount').waitFor()
    await editor(page).focus()
    await page.keyboard.press('Control+Shift+M')
    await page.getByRole('listbox').getByText('amount.total：此字段为必填项').waitFor()
    // The letter that the button underlines.
    await page.keyboard.press('t')
    expect(await codeOf(page)).toMatch(/currency: 'CNY',\n\s+total: \d+,\n/)
    await page.locator('.cm-lintRange-error').waitFor({ state: 'detached' })
  })

  it('finds and replaces, with Chinese labels', async () => {
    const page = await site.open()
    await enter(page, 'const one = 1\nconst two = one + one')
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: '查找' }).fill('one')
    await page.getByRole('button', { name: '下一个' }).click()
    await page.getByRole('textbox', { name: '替换为' }).fill('1')
    await page.getByRole('button', { name: '替换', exact: true }).click()
    await page.getByRole('button', { name: '全部替换' }).click()
    expect(await codeOf(page)).toBe('const 1 = 1\nconst two = 1 + 1')
    expect(await page.locator('.cm-search').innerText()).not.toMatch(/[a-z]/i)
    await page.getByRole('button', { name: '关闭' }).click()
    await page.locator('.cm-search').waitFor({ state: 'detached' })
  })

  it('takes what an input method composes, and completes nothing meanwhile', async () => {
    const page = await site.open(nativePage)
    await enter(page, `await wxpay.v3.pay.transactions.native.postAsync({ json: { description: '' } })`)
    for (let count = 0; count < 6; count++) await page.keyboard.press('ArrowLeft')
    const session = await page.context().newCDPSession(page)
    for (const text of ['z', 'zao', '早c', '早can']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await session.send('Input.insertText', { text: '早餐' })
    await page.keyboard.type('券')
    expect(await codeOf(page)).toContain(`description: '早餐券' }`)
    expect(await page.getByRole('listbox').count()).toBe(0)
  })

  it('marks the line on which a run failed, until it is edited', async () => {
    const page = await site.open()
    await enter(page, 'const a = 1\nthrow new RangeError("too far")')
    await example(page).run.click()
    await outcome(page)
    const marked = page.locator('.code-editor[data-failed="2"]')
    await marked.waitFor()
    await editor(page).press('a')
    await marked.waitFor({ state: 'detached' })
  })

  it.each(['light', 'dark'] as const)('fits 360 px and passes axe with marks and search open, %s', async (colorScheme) => {
    const page = await site.open(nativePage, { viewport: { width: 360, height: 740 }, colorScheme })
    await enter(page, 'await wxpay.v3.pay.transactions.native.postAsync({ json: { appid: 1 } })')
    await page.locator('.cm-lintRange-error').first().waitFor()
    await page.keyboard.press('Control+f')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    expect(await axe(page)).toEqual([])
  })
})
