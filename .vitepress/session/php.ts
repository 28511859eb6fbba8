import type { RunOptions } from '@wxpay-live/runner'
import workerUrl from '@wxpay-live/runner/php-worker?worker&url'
import { size, url } from 'virtual:php-wasm'
import { loadExampleWorker } from './example-worker.ts'
import { loadOnce } from '../loading/load-once.ts'
import { spareWorker } from './spare-worker.ts'
import type { Progress } from './types.ts'

type OnProgress = (progress: Progress) => void

const listeners = new Set<OnProgress>()

/** What a run needs of PHP: its compiled module, and workers. */
type PhpRuntime = Pick<RunOptions, 'php' | 'createWorker' | 'releaseWorker'>

let runtime: PhpRuntime | undefined

/** Downloads and compiles PHP once per page; after a failure the next call tries again. */
export async function loadPhp(onProgress: OnProgress): Promise<PhpRuntime> {
  listeners.add(onProgress)
  const [php, createWorker] = await Promise.all([compile(), loadExampleWorker(workerUrl)])
    .finally(() => listeners.delete(onProgress))
  return runtime ??= { php, ...spareWorker(createWorker, worker => worker.postMessage({ php })) }
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
