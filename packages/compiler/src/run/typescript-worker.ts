import { Worker as Thread } from 'node:worker_threads'
import type { RunWorker, WorkerEvent } from './peers.ts'

/** Makes a thread that runs TypeScript; a synchronous call blocks it, and only it. */
export function createTypescriptWorker(): RunWorker {
  const thread = new Thread(new URL('./typescript-thread.ts', import.meta.url), { execArgv: ['--no-warnings'] })
  const worker: RunWorker = {
    onmessage: null,
    onerror: null,
    postMessage: request => thread.postMessage(request),
    terminate: () => void thread.terminate(),
  }
  thread.on('message', (data: WorkerEvent) => worker.onmessage?.({ data }))
  thread.on('error', ({ message }) => worker.onerror?.({ message, preventDefault: () => {} }))
  return worker
}
