const runButton = '.example-actions > .run-button'

/** Makes the floating buttons run the example of their operation; an example that only shows code is brought into view. */
export function runOperations(document: Document): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('.operation-run > button')
    const operation = button && button.closest('.operation')
    if (!operation) return
    const run = operation.querySelector<HTMLElement>(runButton)
    if (run) run.click()
    else operation.querySelector('.operation-example')?.scrollIntoView()
  })
}

/** Hides the floating buttons of operations whose example is in view; returns what ends that. */
export function watchExamples(body: Element): () => void {
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      target.closest('.operation')?.toggleAttribute('data-example-in-view', isIntersecting)
    }
  })
  for (const example of body.querySelectorAll('.operation-example')) observer.observe(example)
  return () => observer.disconnect()
}
