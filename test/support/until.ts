import { setTimeout as wait } from 'node:timers/promises'

/**
 * Waits until the check returns true.
 * @throws what `complaint` says, after 30 seconds
 */
export async function until(check: () => Promise<boolean>, complaint: () => string): Promise<void> {
  const deadline = performance.now() + 30_000
  while (!await check()) {
    if (performance.now() > deadline) throw new Error(complaint())
    await wait(100)
  }
}
