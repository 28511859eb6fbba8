import { readFile } from 'node:fs/promises'
import type { RunWorker } from '../run.ts'
import { createThread } from '../thread.ts'
import { phpWasmFile } from './wasm-file.ts'

export { phpWasmFile } from './wasm-file.ts'

/** Compiles PHP, for the option `php` of a run. */
export async function compilePhp(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(phpWasmFile()))
}

/** Starts a thread that runs PHP, for the option `createWorker` of a run. */
export function createPhpWorker(): RunWorker {
  return createThread(import.meta.url)
}
