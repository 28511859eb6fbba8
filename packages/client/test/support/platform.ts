import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { Worker } from 'node:worker_threads'
import type { ClientOptions } from '../../src/options.ts'
import { createKeyPair, type KeyPair } from './openssl.ts'

/** How the platform responds, sent to it in the request's `Reply` header. */
export interface Reply {
  status?: number
  headers?: Record<string, string>
  /** @default an echo of the request */
  body?: string
  /** The signature of the response. @default 'right' */
  signature?: 'right' | 'none' | 'wrong' | 'probe'
  /** Replace the headers of a valid response. */
  timestamp?: string
  serial?: string
  /** Cuts the connection without a response. */
  cut?: boolean
  /** Milliseconds before the response. */
  delay?: number
  /** Sends half of the body, then cuts the connection or sends nothing more. */
  half?: 'cut' | 'silent'
  /** Base64 of a gzip file, which is sent unsigned and, unless `packed`, unpacked. */
  file?: string
  packed?: boolean
  /** Whether the body travels as gzip. */
  gzip?: boolean
  /** MiB of zeros to send as gzip instead of the body. */
  bomb?: number
}

/** The request that the platform got; the body of its response by default. */
export interface Echo {
  method: string
  url: string
  headers: Record<string, string>
  body: string
  /** Whether the merchant signed the request, checked with `node:crypto` alone. */
  signed: boolean
}

/** A platform on loopback, in its own thread since a synchronous call blocks the test's. */
export interface Platform {
  baseUrl: string
  merchant: KeyPair
  platform: KeyPair
  /** Options of a client that trusts it. */
  options: ClientOptions
  /** Number of requests that it got. */
  heard: () => Promise<number>
  /** Number of connections to it. */
  connections: () => Promise<number>
  close: () => Promise<unknown>
}

/** The request option for a response of the platform. */
export const replying = (reply: Reply) => ({ headers: { Reply: encodeURIComponent(JSON.stringify(reply)) } })

/** A response with a file. */
export const fileOf = (content: string): Reply => ({ file: gzipSync(content).toString('base64') })

export const serial = 'PUB_KEY_ID_0119000000012024000000000001'

/** Starts a platform. */
export async function startPlatform(): Promise<Platform> {
  const merchant = createKeyPair()
  const platform = createKeyPair()
  const thread = new Worker(new URL('./platform-thread.ts', import.meta.url), {
    workerData: { merchantKey: merchant.publicKey, privateKey: platform.privateKey, serial },
  })
  const ask = async (question: string): Promise<number> => {
    thread.postMessage(question)
    const [answer] = await once(thread, 'message')
    return answer
  }
  const baseUrl = `http://127.0.0.1:${await ask('port')}`
  return {
    baseUrl,
    merchant,
    platform,
    options: {
      mchid: '1900000001',
      serial: '7132D72A03E93CDDF8C03BBD1F37EEDF7B8A5B6C',
      privateKey: merchant.privateKey,
      certs: { [serial]: platform.publicKey },
      baseUrl,
    },
    heard: () => ask('heard'),
    connections: () => ask('connections'),
    close: () => thread.terminate(),
  }
}
