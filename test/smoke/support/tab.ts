import { until } from '../../support/until.ts'

/** What a smoke test needs of a browser, whatever drives it. */
export interface Tab {
  open: (url: string) => Promise<void>
  /** The value of a JavaScript expression on the page; it must be JSON. */
  evaluate: (expression: string) => Promise<unknown>
  /** Clicks the first element of that selector with exactly that text. */
  click: (selector: string, text: string) => Promise<void>
  /** Errors that the page threw and nobody caught. */
  errors: () => Promise<string[]>
  close: () => Promise<void>
}

/** The expression of the first element of that selector with exactly that text; null if there is none yet. */
export function elementWith(selector: string, text: string): string {
  const [css, wanted] = [selector, text].map(value => JSON.stringify(value))
  return `([...document.querySelectorAll(${css})].find(({ textContent }) => textContent.trim() === ${wanted}) ?? null)`
}

/** Waits until the expression has the value; fails after 30 seconds, naming the value it has then. */
export async function waitFor(tab: Tab, expression: string, wanted: unknown): Promise<void> {
  let value: unknown
  await until(async () => {
    value = await tab.evaluate(expression)
    return value === wanted
  }, () => `${expression} is ${JSON.stringify(value)}, not ${JSON.stringify(wanted)}`)
}
