import { describe, expect, it } from 'vitest'
import { run, type RunEvent, type RunOptions } from '../src/index.ts'
import { type Excess, limits } from '../src/limits.ts'
import { findImports } from '../src/typescript/find-imports.ts'

/** Settings of a client with new keys; these tests send nothing to the network. */
async function settings() {
  const usage: KeyUsage[] = ['sign', 'verify']
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) }
  const merchant = await crypto.subtle.generateKey(algorithm, true, usage)
  const platform = await crypto.subtle.generateKey(algorithm, true, usage)
  const pem = async (label: string, format: 'pkcs8' | 'spki', key: CryptoKey) => {
    const bytes = new Uint8Array(await crypto.subtle.exportKey(format, key))
    return `-----BEGIN ${label}-----\n${btoa(String.fromCharCode(...bytes))}\n-----END ${label}-----\n`
  }
  return {
    mchid: '1900000109',
    serial: 'AB'.repeat(20),
    privateKey: await pem('PRIVATE KEY', 'pkcs8', merchant.privateKey),
    certs: { PUB_KEY_ID_1: await pem('PUBLIC KEY', 'spki', platform.publicKey) },
  }
}

const client = await settings()
const createWorker = () => new Worker(new URL('../src/worker/index.ts', import.meta.url), { type: 'module' })

async function runToEnd(code: string, more: Partial<RunOptions> = {}) {
  const events: RunEvent[] = []
  const { outcome } = run(code, { client, createWorker, onEvent: event => void events.push(event), ...more })
  return { outcome: await outcome, events }
}

const texts = (events: RunEvent[]) => events.flatMap(event => event.type === 'log' ? [event.text] : [])

describe('run', () => {
  it('runs JavaScript with top-level await and reports what it logs, in order', async () => {
    const { events, outcome } = await runToEnd('const a = await Promise.resolve(1)\nconsole.log(a)\nconsole.warn("w")')
    expect(outcome).toBe('done')
    expect(events).toEqual([
      { type: 'log', level: 'log', text: '1' },
      { type: 'log', level: 'warn', text: 'w' },
      { type: 'done' },
    ])
  })

  it('defines wxpay', async () => {
    const { events } = await runToEnd('console.log(typeof wxpay.v3.certificates.get, typeof wxpay.chain)')
    expect(texts(events)).toEqual(['function function'])
  })

  it('imports the modules that it is told of', async () => {
    const code = `import { ApiError } from '@wxpay-live/client'\nconsole.log(ApiError.name)`
    const { events } = await runToEnd(code, { imports: findImports(code) })
    expect(texts(events)).toEqual(['ApiError'])
  })

  it('reports the line that throws', async () => {
    const { events, outcome } = await runToEnd('\n\n  throw new RangeError("too far")')
    expect(outcome).toBe('failed')
    expect(events[0]).toMatchObject({ type: 'error', name: 'RangeError', message: 'too far', line: 3 })
  })

  it('reports output and rejections of promises that are not awaited', async () => {
    const { events, outcome } = await runToEnd(`
      setTimeout(() => console.log('later'), 30)
      Promise.reject(new Error('unheard'))
    `)
    expect(outcome).toBe('failed')
    expect(events).toContainEqual(expect.objectContaining({ type: 'error', message: 'unheard' }))
    expect(texts(events)).toEqual(['later'])
  })

  it.each([
    ['an endless loop', 'while (true) {}'],
    ['microtasks without end', 'const again = () => Promise.resolve().then(again)\nagain()\nawait 0'],
  ])('stops %s and starts the next run', async (_what, code) => {
    expect(await runToEnd(code, { timeout: 200 })).toEqual({ outcome: 'timeout', events: [{ type: 'timeout', waiting: [] }] })
    expect((await runToEnd('console.log("again")')).outcome).toBe('done')
  })

  it.concurrent.each([
    ['a timer', 'await new Promise(resolve => setTimeout(resolve, 60000))', ['setTimeout(…, 60000)']],
    ['a request', 'await fetch("https://api.mch.weixin.qq.com/v3/x")', ['GET https://api.mch.weixin.qq.com/v3/x']],
    ['a request of the client', 'await wxpay.v3.x.getAsync()', ['GET https://api.mch.weixin.qq.com/v3/x']],
    ['nothing known', 'await new Promise(() => {})', []],
  ])('says what the code waited for when its time is up: %s', async (_what, code, waiting) => {
    const never = () => new Promise<undefined>(() => {})
    // Long enough for a busy machine to sign the request.
    const { events } = await runToEnd(code, { timeout: 2000, fetch: never })
    expect(events).toEqual([{ type: 'timeout', waiting }])
  })

  it('sends fetch and the client to the page, and reports both', async () => {
    const seen: string[] = []
    const page = async ({ method, url }: Request) => {
      seen.push(`${method} ${url}`)
      return Response.json({ code: 'SIGN_ERROR' }, { status: 401 })
    }
    const { events, outcome } = await runToEnd(`
      await fetch('https://api.mch.weixin.qq.com/v3/a', { method: 'POST', body: '{}' })
      await wxpay.v3.b.getAsync().catch(({ status }) => console.log(status))
    `, { fetch: page })
    expect(outcome).toBe('done')
    expect(seen).toEqual(['POST https://api.mch.weixin.qq.com/v3/a', 'GET https://api.mch.weixin.qq.com/v3/b'])
    expect(texts(events)).toEqual(['401'])
    expect(events.flatMap(event => event.type === 'exchange' ? [event.exchange.request.message !== undefined] : [])).toEqual([false, true])
  })

  it('refuses synchronous requests in Chinese without a relay', async () => {
    const { events } = await runToEnd('wxpay.v3.x.get()')
    expect(events).toContainEqual(expect.objectContaining({ name: 'ArgumentError', message: expect.stringContaining('这里发不了同步请求') }))
  })

  it.each([
    ['logs in a loop', 'while (true) console.log("x")', 'lines'],
    ['logs long texts', 'for (let i = 0; i < 1000; i++) console.log("x".repeat(100_000))', 'characters'],
    ['rejects in a loop', 'for (let i = 0; i < 20_000; i++) Promise.reject(new Error("e"))\nawait new Promise(() => {})', 'lines'],
    ['sends in a loop', 'for (let i = 0; i < 2000; i++) fetch("https://x/").catch(() => {})', 'requests'],
    ['sends a huge body', 'await fetch("https://x/", { method: "POST", body: "x".repeat(60_000_000) })', 'sent'],
  ] satisfies [string, string, Excess][])('stops code that %s', async (_what, code, of) => {
    const never = () => new Promise<undefined>(() => {})
    const { events, outcome } = await runToEnd(code, { fetch: never })
    expect(outcome).toBe('excess')
    expect(events.at(-1)).toEqual({ type: 'excess', of, limit: limits[of] })
  })

  it('stops a worker that posts messages of its own in a loop', async () => {
    const source = `onmessage = () => { for (let i = 0; i < ${2 * limits.messages}; i++) postMessage({ type: 'unknown' }) }`
    const flood = () => new Worker(URL.createObjectURL(new Blob([source])))
    const { events, outcome } = await runToEnd('', { createWorker: flood })
    expect(outcome).toBe('excess')
    expect(events.at(-1)).toMatchObject({ of: 'messages' })
  })

  it('gives the code no postMessage and no workers of its own', async () => {
    const { events } = await runToEnd('console.log(typeof postMessage, typeof self.postMessage, typeof Worker)')
    expect(texts(events)).toEqual(['undefined undefined undefined'])
  })

  it.each(['throw', 'Promise.reject', 'reportError'])('ends at once after %s of an object whose getters throw', async (how) => {
    const hostile = '({ get name() { throw 1 }, toString() { throw 2 } })'
    const { events, outcome } = await runToEnd(how === 'throw' ? `throw ${hostile}` : `${how}(${hostile})`)
    expect(outcome).toBe('failed')
    expect(events).toEqual([expect.objectContaining({ type: 'error', name: 'Uncaught' }), { type: 'done' }])
  })

  it('reports nothing after the end', async () => {
    const events: RunEvent[] = []
    const going = run('while (true) console.log("x")', {
      client,
      createWorker,
      onEvent(event) {
        events.push(event)
        going.stop()
      },
    })
    expect(await going.outcome).toBe('stopped')
    await new Promise(resolve => setTimeout(resolve))
    expect(events).toHaveLength(1)
  })

  it('stops on request', async () => {
    const going = run('while (true) {}', { client, createWorker, onEvent: () => {} })
    going.stop()
    expect(await going.outcome).toBe('stopped')
  })

  it('does not share globals between runs', async () => {
    await runToEnd('globalThis.left = 1')
    const { events } = await runToEnd('console.log(typeof left)')
    expect(texts(events)).toEqual(['undefined'])
  })

  it('reports a worker that cannot be loaded', async () => {
    const events: RunEvent[] = []
    const missing = () => new Worker('/no-such-worker.js', { type: 'module' })
    const { outcome } = run('', { client, createWorker: missing, onEvent: event => void events.push(event) })
    expect(await outcome).toBe('failed')
    expect(events[0]).toMatchObject({ type: 'error', name: 'WorkerError' })
  })
})
