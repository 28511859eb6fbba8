/** Milliseconds between two lines. */
const interval = 1000

/** Returns a function that prints how far a task is, once a second. */
export function printProgress(task: string): (done: number, all: number) => void {
  let last = performance.now()
  return (done, all) => {
    if (performance.now() - last < interval) return
    last = performance.now()
    process.stdout.write(`${task}: ${done} of ${all}\n`)
  }
}
