import type { Page } from 'playwright'

/** The six styles, in the order of the tabs. */
export const styles = ['异步纯链式', '异步声明式', '异步属性式', '同步纯链式', '同步声明式', '同步属性式']

/** The controls of a page's example, found as a screen reader finds them. */
export function example(page: Page) {
  // A language with only one style has no tabs.
  const panel = page.getByRole('tabpanel', { name: /式$/ }).or(page.getByRole('group', { name: /^(?:HTTP|cURL)$/ }))
  return {
    language: (name: 'TypeScript' | 'PHP') => page.getByRole('radiogroup', { name: '语言' }).getByRole('radio', { name }),
    tab: (name: string) => page.getByRole('tab', { name, exact: true }),
    code: page.getByRole('textbox', { name: '代码' }),
    panel,
    run: page.getByRole('button', { name: '运行', exact: true }),
    copy: panel.getByRole('button', { name: '复制', exact: true }),
    reset: page.getByRole('button', { name: '重置', exact: true }),
    results: (name: '输出' | '报文' | '沙箱') => page.getByRole('tablist', { name: '结果' }).getByRole('tab', { name }),
    output: page.getByRole('group', { name: '输出' }),
    wire: page.getByRole('group', { name: '报文' }),
  }
}

/** Opens the tab of the messages, and returns their text. */
export async function wireText(page: Page): Promise<string> {
  const { results, wire } = example(page)
  await results('报文').click()
  return wire.innerText()
}

/** Replaces the code, once the editor has taken the place of the static code. */
export async function enter(page: Page, text: string): Promise<void> {
  const { code } = example(page)
  await code.focus()
  await code.and(page.locator('[contenteditable]')).fill(text)
}

/** The code as it is copied: the editor renders only the lines in view. */
export async function codeOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: '复制', exact: true }).click()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Waits until the run on the page has ended, and returns its output. */
export async function outcome(page: Page): Promise<string> {
  const { output, results } = example(page)
  await results('输出').click()
  await output.getByText(/完成|出错|已停止/).first().waitFor()
  return output.innerText()
}
