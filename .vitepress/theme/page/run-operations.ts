const runButton = '.example-actions > .run-button'

/** Makes the floating buttons run the example of their operation; an example that only shows code is brought into view. */
export function runOperations(document: Document): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest('.operation-run > button')
    const operation = button && button.closest('.operation')
    if (!operation) return
    if (runIn(operation)) return
    if (operation.querySelector('.example-waiting')) runOnceLoaded(operation)
    else operation.querySelector('.operation-example')?.scrollIntoView()
  })
}

/** Returns whether the operation has a button that runs its example, and clicks it. */
function runIn(operation: Element): boolean {
  const run = operation.querySelector<HTMLElement>(runButton)
  run?.click()
  return run !== null
}

/** Runs the example of an operation when its code has arrived. */
function runOnceLoaded(operation: Element): void {
  const observer = new MutationObserver(() => { if (runIn(operation)) observer.disconnect() })
  observer.observe(operation, { childList: true, subtree: true })
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
