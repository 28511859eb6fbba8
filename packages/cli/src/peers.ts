import type { Catalog } from '@wxpay-live/compiler/model'

// What this package uses of those that run an example. They are found by name when `run` is called, and only then:
// nothing here imports them, so that pages can be compiled without them.

/** What a run reports; `text` of an output may hold what PHP complained of. */
export type WorkerEvent = { type: 'error', name: string, message: string, line?: number } | { type: 'output', text: string }
  | { type: 'done' | 'exchange' | 'log' | 'started' }

/** The side of a worker that a run uses. */
export interface RunWorker {
  onmessage: ((event: { data: WorkerEvent }) => void) | null
  onerror: ((event: { message: string, preventDefault: () => void }) => void) | null
  postMessage: (request: unknown) => void
  terminate: () => void
}

interface Workers {
  createWorker: () => RunWorker
  releaseWorker?: (worker: RunWorker) => void
}

interface RunOptions extends Workers {
  client: object
  samples: Record<string, string>
  php?: unknown
  timeout?: number
  onEvent: (event: WorkerEvent) => void
}

/** `@wxpay-live/runner` */
export interface Runner {
  run: (code: string, options: RunOptions) => { outcome: Promise<'done' | 'failed' | 'stopped' | 'timeout'> }
  reuseWorker: (create: () => RunWorker) => Required<Workers>
}

/** `@wxpay-live/runner/php-node` */
export interface PhpRuntime {
  compilePhp: () => Promise<unknown>
  createPhpWorker: () => RunWorker
}

interface Sandbox {
  control: { reset: () => Promise<void> }
}

/** `@wxpay-live/sandbox` with its server and its keys for tests. */
export interface SandboxPackage {
  createSandbox: (options: { catalog: Catalog, identity: unknown, strict: boolean }) => Sandbox
  clientSettings: (identity: unknown) => object
  createIdentity: () => Promise<unknown>
  serve: (options: { sandbox: Sandbox, port: number }) => Promise<{ url: string, close: () => Promise<void> }>
}

/** @throws where a package is not installed, naming it */
export async function loadRunner(): Promise<Runner> {
  return await load('@wxpay-live/runner') as Runner
}

/** @throws where the package is not installed */
export async function loadTypescript(): Promise<{ createTypescriptWorker: () => RunWorker }> {
  return await load('@wxpay-live/runner/typescript-node') as { createTypescriptWorker: () => RunWorker }
}

/** @throws where the package is not installed */
export async function loadPhp(): Promise<PhpRuntime> {
  return await load('@wxpay-live/runner/php-node') as PhpRuntime
}

/** @throws where the package is not installed */
export async function loadSandbox(): Promise<SandboxPackage> {
  const entries = ['@wxpay-live/sandbox', '@wxpay-live/sandbox/identity', '@wxpay-live/sandbox/server']
  return Object.assign({}, ...await Promise.all(entries.map(load))) as SandboxPackage
}

async function load(name: string): Promise<object> {
  try {
    return await import(name) as object
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error
    throw new Error(`run needs ${name}, install it beside this package`, { cause: error })
  }
}
