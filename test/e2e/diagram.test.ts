import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { axe } from './support/axe.ts'
import { useSite } from './support/site.ts'

const site = useSite()

const overview = '/product/payment.html'

const flow = (page: Page) => page.getByRole('img', { name: '一笔订单从下单到退款' })

/** Relative luminance of a colour as the browser computes it (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
    const value = Number(part) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each(['light', 'dark'] as const)('a diagram, %s', (colorScheme) => {
  it('is in the HTML, with its name and texts', async () => {
    const page = await site.open(overview, { javaScriptEnabled: false, colorScheme })
    await flow(page).waitFor({ state: 'visible' })
    for (const text of ['商户服务器', '输入密码，付款', 'TRANSACTION.SUCCESS 通知']) {
      expect(await flow(page).locator('text', { hasText: text }).count()).toBe(1)
    }
  })

  it('has enough contrast between every text and its background', async () => {
    const page = await site.open(overview, { colorScheme })
    const colours = await page.locator('.diagram').evaluateAll(diagrams => diagrams.flatMap((diagram) => {
      const resolve = (name: string) => {
        const probe = diagram.appendChild(document.createElement('i'))
        probe.style.color = `var(${name})`
        const { color } = getComputedStyle(probe)
        probe.remove()
        return color
      }
      const grounds = ['--bg', '--_node-fill', '--_group-hdr'].map(resolve)
      return Array.from(diagram.querySelectorAll('text'), text => ({ text: getComputedStyle(text).fill, grounds }))
    }))
    expect(colours.length).toBeGreaterThan(20)
    for (const { text, grounds } of colours) {
      for (const ground of grounds) {
        const [low = 0, high = 0] = [luminance(text), luminance(ground)].toSorted((a, b) => a - b)
        expect((high + 0.05) / (low + 0.05)).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
})

it('scrolls inside its box on a phone, without cut or overlapping texts', async () => {
  const page = await site.open(overview, { viewport: { width: 360, height: 740 } })
  const box = page.locator('.diagram-scroller').first()

  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true)
  await box.focus()
  await page.keyboard.press('ArrowRight')
  await page.waitForFunction(() => document.querySelector('.diagram-scroller')!.scrollLeft > 0)

  const texts = await flow(page).evaluate((svg) => {
    const { left, right } = svg.getBoundingClientRect()
    return Array.from(svg.querySelectorAll('text'), (text) => {
      const { x, y, width, height } = text.getBoundingClientRect()
      const [start, end, room] = [x - left, x + width - left, right - left]
      return { text: text.textContent, start, end, room, top: y, bottom: y + height }
    })
  })
  for (const { text, start, end, room } of texts) {
    expect(start, text).toBeGreaterThanOrEqual(0)
    expect(end, text).toBeLessThanOrEqual(room)
  }
  const lie = texts.flatMap((a, index) => texts.slice(index + 1)
    .filter(b => a.start < b.end && b.start < a.end && a.top < b.bottom && b.top < a.bottom)
    .map(b => `${a.text} / ${b.text}`))
  expect(lie).toEqual([])
})

it.each(['keyboard', 'touch'] as const)('fills the window of a phone, and can be enlarged and closed by %s', async (way) => {
  const page = await site.open(overview, { viewport: { width: 360, height: 740 }, hasTouch: true })
  const press = async (name: string, key: string) => {
    if (way === 'touch') await page.getByRole('button', { name, exact: true }).tap()
    else await page.keyboard.press(key)
  }
  const dialog = page.getByRole('dialog', { name: '一笔订单从下单到退款' })
  const drawing = dialog.getByRole('img')
  const width = async () => Math.round((await drawing.boundingBox())?.width ?? 0)

  if (way === 'keyboard') await page.getByRole('button', { name: '放大：一笔订单从下单到退款' }).focus()
  await press('放大：一笔订单从下单到退款', 'Enter')
  await drawing.waitFor()
  expect(await width()).toBe(360)
  await press('放大', '+')
  expect(await width()).toBe(540)
  await press('缩小', '-')
  expect(await width()).toBe(360)
  if (way === 'touch') expect(await axe(page)).toEqual([])
  await press('关闭', 'Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.diagram').first().getByRole('img').waitFor()
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('diagram-enlarge')
})
