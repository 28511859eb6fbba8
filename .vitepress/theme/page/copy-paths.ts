import { copyText } from '../copy-text.ts'

/** Makes the copy buttons of static HTML work: they copy the code before them. */
export function copyPaths(document: Document): void {
  document.addEventListener('click', async ({ target }) => {
    const button = target instanceof Element && target.closest('[data-page-body] .copy-button > button')
    const code = button && button.parentElement?.parentElement?.querySelector('code')
    if (!code) return
    const feedback = button.nextElementSibling
    const text = await copyText(code.textContent) ? '已复制' : '复制失败，请手动选择'
    if (!feedback) return
    feedback.textContent = text
    setTimeout(() => { if (feedback.textContent === text) feedback.textContent = '' }, 2000)
  })
}
