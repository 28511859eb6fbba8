import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** Fewer pages are rendered sooner than a thread has started. */
const fewest = 50

/**
 * Renders pages in another thread, the last first, so that they are kept when this one comes to them.
 * @returns ends it
 */
export function renderAhead(pages: string[]): () => Promise<unknown> {
  if (pages.length < fewest || availableParallelism() === 1) return async () => {}
  // What is wrong with a page is reported by the thread that needs it.
  const worker = new Worker(new URL('render-worker.ts', import.meta.url), { workerData: pages, stdout: true, stderr: true })
  worker.on('error', () => {})
  // If this thread fails, it does not wait for that one.
  worker.unref()
  return () => worker.terminate()
}
