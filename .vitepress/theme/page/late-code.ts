import { unpackCode } from '../example-code.ts'
import { loadExamples } from './load-examples.ts'

/**
 * Shows code that the page does not have, or has without colours, when it comes close to the reader's view; returns what ends
 * that. After a failure the next look tries again.
 */
export function showLateCode(body: Element): () => void {
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) void show(target).then(() => observer.unobserve(target), () => target.setAttribute('data-failed', ''))
    }
  }, { rootMargin: '100%' })
  for (const pre of body.querySelectorAll('pre[data-code]')) observer.observe(pre)
  return () => observer.disconnect()
}

async function show(pre: Element): Promise<void> {
  const { styles, blocks } = await loadExamples(pre.getAttribute('data-code') ?? '')
  const block = blocks?.[Number(pre.getAttribute('data-index'))]
  const code = pre.querySelector('code')
  if (block && code) code.innerHTML = unpackCode(block, styles).html
}
