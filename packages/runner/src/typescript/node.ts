import { Worker as Thread } from 'node:worker_threads'
import type { WorkerMessage } from '../messages.ts'
import type { RunWorker } from '../run.ts'

/** Makes a thread that runs TypeScript; a synchronous call blocks it, and only it. */
export function createTypescriptWorker(): RunWorker {
  const thread = new Thread(new URL('./node-thread.ts', import.meta.url), { execArgv: ['--no-warnings'] })
  // The type claims more than the four members a run uses.
  const worker = {
    onmessage: null,
    onerror: null,
    postMessage: request => thread.postMessage(request),
    terminate: () => void thread.terminate(),
  } as RunWorker as Worker
  thread.on('message', (data: WorkerMessage) => worker.onmessage?.(new MessageEvent('message', { data })))
  thread.on('error', ({ message }) => worker.onerror?.(Object.assign(new Event('error'), { message }) as ErrorEvent))
  return worker
}
