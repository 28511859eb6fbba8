import type { Page } from 'playwright'

/** The six styles, in the order of the tabs. */
export const styles = ['异步纯链式', '异步声明式', '异步属性式', '同步纯链式', '同步声明式', '同步属性式']

/** The controls of a page's example, found as a screen reader finds them. */
export function example(page: Page) {
  // A language with only one style has no tabs.
  const panel = page.getByRole('tabpanel').or(page.getByRole('group', { name: /^(?:HTTP|cURL)$/ }))
  return {
    language: (name: 'TypeScript' | 'PHP') => page.getByRole('radiogroup', { name: '语言' }).getByRole('radio', { name }),
    tab: (name: string) => page.getByRole('tab', { name, exact: true }),
    code: page.getByRole('textbox', { name: '代码' }),
    panel,
    run: page.getByRole('button', { name: '运行', exact: true }),
    copy: panel.getByRole('button', { name: '复制', exact: true }),
    reset: page.getByRole('button', { name: '重置', exact: true }),
    output: page.getByRole('region', { name: '输出' }),
    wire: page.getByRole('region', { name: '报文' }),
  }
}

/** Waits until the run on the page has ended, and returns its output. */
export async function outcome(page: Page): Promise<string> {
  const { output } = example(page)
  await output.getByText(/完成|出错|已停止/).first().waitFor()
  return output.innerText()
}
