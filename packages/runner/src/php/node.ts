import { readFile } from 'node:fs/promises'
import { Worker as Thread } from 'node:worker_threads'
import type { WorkerMessage } from '../messages.ts'
import type { RunWorker } from '../run.ts'
import { phpWasmFile } from './wasm-file.ts'

export { phpWasmFile } from './wasm-file.ts'

/** Compiles PHP, for the option `php` of a run. */
export async function compilePhp(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(phpWasmFile()))
}

/** Makes a thread that runs PHP, for the option `createWorker` of a run. It keeps the process alive while it runs code. */
export function createPhpWorker(): RunWorker {
  const thread = new Thread(new URL('./node-thread.ts', import.meta.url))
  // The type claims more than the four members a run uses.
  const worker = {
    onmessage: null,
    onerror: null,
    postMessage(request) {
      thread.ref()
      thread.postMessage(request)
    },
    terminate: () => void thread.terminate(),
  } as RunWorker as Worker
  thread.on('message', (data: WorkerMessage) => {
    if (data.type === 'done') thread.unref()
    worker.onmessage?.(new MessageEvent('message', { data }))
  })
  thread.on('error', ({ message }) => worker.onerror?.(Object.assign(new Event('error'), { message }) as ErrorEvent))
  return worker
}
