import type { FetchSync } from '@wxpay-live/client'
import type { CodeEvent, RunRequest, WorkerMessage } from '../messages.ts'
import { describeBytes } from '../worker/describe-bytes.ts'
import { Pending } from '../worker/pending.ts'
import { reportExchanges } from '../worker/wire.ts'
import { createBridge } from './bridge.ts'
import { createCrypto } from './crypto.ts'
import { keysOf } from './keys.ts'
import { Output } from './output.ts'
import { bootPhp, type Php } from './runtime.ts'
import { sampleFile } from './sample-file.ts'

type Emit = (message: WorkerMessage) => void

/** A PHP instance for the next run. */
let idle: Promise<Php> | undefined

/** Starts PHP for the next run, which then need not wait for it. */
export function preparePhp(wasm: WebAssembly.Module): void {
  idle = bootPhp(wasm)
  // The run that needs it reports why it failed.
  idle.catch(() => {})
}

/** PHP's allocator prints this, because WebAssembly memory cannot shrink. */
const noise = /^munmap\(\) failed: .*\n/gm

/**
 * Runs an example in PHP and reports its output and exchanges.
 *
 * @param fetchSync sends the requests
 * @returns the last message of the run
 */
export async function executePhp(
  request: RunRequest, fetchSync: FetchSync, emit: Emit,
): Promise<WorkerMessage> {
  try {
    return { type: 'done', failed: !await runInPhp(request, fetchSync, emit) }
  } catch (error) {
    emit({ type: 'error', name: 'PHP', message: error instanceof Error ? error.message : String(error) })
    return { type: 'done', failed: true }
  }
}

async function runInPhp(
  { code, client, samples = {}, php: wasm }: RunRequest, fetchSync: FetchSync, emit: Emit,
): Promise<boolean> {
  if (!wasm) throw new Error('php is missing, pass the compiled module to run()')
  const php = await (idle ?? bootPhp(wasm))
  idle = undefined
  const stdout = new Output(text => emit({ type: 'output', text }))
  const stderr = new Output((text) => {
    const said = text.replace(noise, '').trimEnd()
    if (said) emit({ type: 'log', level: 'error', text: said })
  })
  const report = (event: CodeEvent) => {
    stdout.flush()
    stderr.flush()
    emit(event)
  }
  const inform = (text: string) => report({ type: 'log', level: 'info', text })
  const pending = new Pending(waiting => emit({ type: 'waiting', for: waiting }))
  const send = createBridge({
    client: { ...client, ...reportExchanges({ fetch, fetchSync }, pending, report) },
    samples,
    onSample(name, value) {
      inform(`${name} 留空，已填入本页的示例值 ${value}`)
    },
  })
  try {
    const end = await php.run(code, {
      starts: () => emit({ type: 'started' }),
      send,
      crypto: createCrypto(client),
      keys: () => keysOf(client),
      built: () => inform(`沙箱只有一位商户，Builder::factory 造出的实例也以 ${client.mchid} 签名`),
      readFile(path) {
        const file = sampleFile(path, client)
        if (file) inform(`${path} 在这里不存在，已代以${file.name}`)
        return file?.content
      },
      wroteFile: (path, content) => inform(`已写入 ${path}：\n${describeBytes(content)}`),
      stdout: byte => stdout.push(byte),
      stderr: byte => stderr.push(byte),
    })
    if (end !== 'fatal' && !php.isWorn()) idle = Promise.resolve(php)
    return end === 'done'
  } finally {
    stdout.flush()
    stderr.flush()
  }
}
