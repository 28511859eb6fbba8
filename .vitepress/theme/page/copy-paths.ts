import { copyWithFeedback } from '../copy-text.ts'
import { bodyAttribute } from './body.ts'

const selector = `[${bodyAttribute}] .copy-button > button`

/** Makes the copy buttons of static HTML work: they copy the code before them. */
export function copyPaths(document: Document): void {
  const stops = new WeakMap<Element, () => void>()
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element && target.closest(selector)
    const code = button && button.parentElement?.parentElement?.querySelector('code')
    if (!code) return
    stops.get(button)?.()
    stops.set(button, await copyWithFeedback(code.textContent, (words) => {
      button.nextElementSibling?.replaceChildren(words)
    }))
  })
}
