import type { SentRequest } from '@wxpay-live/client'
import { createBridge } from '../../src/php/bridge.ts'
import { createCrypto } from '../../src/php/crypto.ts'
import { keysOf } from '../../src/php/keys.ts'
import { compilePhp } from '../../src/php/node.ts'
import { bootPhp } from '../../src/php/runtime.ts'
import { type Platform, settings, signed } from './platform.ts'

/** PHP with the real client and a simulated network. */
export async function startPhp() {
  const wasm = await compilePhp()
  let php = await bootPhp(wasm)

  return async (code: string, platform: Platform = () => ({}), samples: Record<string, string> = {}) => {
    const requests: Omit<SentRequest, 'message'>[] = []
    const notes: string[] = []
    const bytes: number[] = []
    const send = createBridge({
      client: { ...settings, fetchSync: request => signed(platform(request, requests.push(request))) },
      samples,
      onSample: (name, value) => notes.push(`${name}=${value}`),
    })
    const end = await php.run(code, {
      send,
      crypto: createCrypto(settings),
      keys: () => keysOf(settings),
      built: () => notes.push('built'),
      readFile: path => path.startsWith('/path/') ? `instead of ${path}` : undefined,
      wroteFile: (path, content) => notes.push(`wrote ${path}: ${Buffer.from(content).toString()}`),
      stdout: byte => bytes.push(byte),
      stderr: () => {},
    })
    if (end === 'fatal' || php.isWorn()) php = await bootPhp(wasm)
    return { output: Buffer.from(bytes).toString(), requests, notes, end }
  }
}
