const waiting: (() => void)[] = []

/**
 * Runs a function soon, in a separate task, so that the browser can paint and handle events in between.
 * @returns what takes the task back, if it still waits
 */
export function inTurn(task: () => void): () => void {
  waiting.push(task)
  setTimeout(runNext)
  return () => {
    const index = waiting.indexOf(task)
    if (index >= 0) waiting.splice(index, 1)
  }
}

/** Runs all tasks that wait, now. */
export function finishTurns(): void {
  while (waiting.length) runNext()
}

function runNext(): void {
  waiting.shift()?.()
}

/** What readers do, and that they go to another tab: in one behind, tasks begin once a second. */
const actions = ['pointerdown', 'keydown', 'focusin', 'click', 'visibilitychange']

/** Runs all tasks that wait before the reader's action, so that it finds the page as if there were no turns. */
export function finishBeforeActions(window: EventTarget): void {
  for (const action of actions) window.addEventListener(action, finishTurns, { capture: true })
}
