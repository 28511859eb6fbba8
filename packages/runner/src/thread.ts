import { Worker as Thread } from 'node:worker_threads'
import type { RunRequest, WorkerMessage } from './messages.ts'
import type { RunWorker } from './run.ts'

/**
 * Starts a worker thread for runs. It keeps the process alive only while it runs code.
 *
 * @param runtime URL of the calling module, `…/node.ts` or built `…/node.js`; the thread runs `node-thread` beside it
 */
export function createThread(runtime: string): RunWorker {
  const thread = new Thread(new URL(runtime.replace(/(\.\w+)$/, '-thread$1')))
  const worker: RunWorker = {
    onmessage: null,
    onerror: null,
    postMessage(request: RunRequest) {
      thread.ref()
      thread.postMessage(request)
    },
    terminate: () => void thread.terminate(),
  }
  thread.on('message', (data: WorkerMessage) => {
    if (data.type === 'done') thread.unref()
    worker.onmessage?.(new MessageEvent('message', { data }))
  })
  thread.on('error', (error) => {
    const details = { error, message: error.message, filename: '', lineno: 0, colno: 0 }
    worker.onerror?.(Object.assign(new Event('error'), details))
  })
  return worker
}
