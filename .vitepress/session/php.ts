import { reuseWorker } from '@wxpay-live/runner'
import workerUrl from '@wxpay-live/runner/php-worker?worker&url'
import { size, url } from 'virtual:php-wasm'
import { loadExampleWorker } from './example-worker.ts'
import { loadOnce } from './load-once.ts'
import type { Progress } from './types.ts'

type OnProgress = (progress: Progress) => void

const listeners = new Set<OnProgress>()
let workers: ReturnType<typeof reuseWorker> | undefined

/** Returns the PHP worker that the runs of this page share. */
export async function loadPhpWorkers(): Promise<ReturnType<typeof reuseWorker>> {
  const createWorker = await loadExampleWorker(workerUrl)
  return workers ??= reuseWorker(createWorker)
}

/** Downloads and compiles PHP once per page; after a failure the next call tries again. */
export async function loadPhp(onProgress: OnProgress): Promise<WebAssembly.Module> {
  listeners.add(onProgress)
  return compile().finally(() => listeners.delete(onProgress))
}

const compile = loadOnce(async (): Promise<WebAssembly.Module> => {
  const { body, ok, status } = await fetch(url)
  if (!ok || !body) throw new Error(`下载 PHP 时服务器回答 ${status}`)
  let loaded = 0
  const counted = body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      // Content-Length is the compressed size, so count the decompressed bytes.
      loaded += chunk.length
      for (const report of listeners) report({ loaded, total: size })
      controller.enqueue(chunk)
    },
  }))
  return WebAssembly.compileStreaming(new Response(counted, { headers: { 'Content-Type': 'application/wasm' } }))
})
