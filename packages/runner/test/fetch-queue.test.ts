import { describe, expect, it } from 'vitest'
import { FetchQueue } from '../src/fetch-queue.ts'
import type { FetchAnswer } from '../src/messages.ts'

/** A page that answers when the test says so. */
function createPage() {
  const seen: string[] = []
  const open: (() => void)[] = []
  const queue = new FetchQueue(async ({ url }) => {
    seen.push(url)
    await new Promise<void>((resolve) => { open.push(resolve) })
    return new Response(url)
  })
  /** Sends a request; resolves to the answer. */
  function send(path: number): Promise<FetchAnswer> {
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise<FetchAnswer>((resolve) => {
      port1.onmessage = ({ data }: MessageEvent<FetchAnswer>) => {
        port1.close()
        resolve(data)
      }
    })
    const request = { method: 'GET', url: `https://x/${path}`, headers: [], body: new ArrayBuffer() }
    queue.add({ type: 'fetch', request, port: port2 })
    return answer
  }
  return { queue, seen, open, send }
}

/** A port whose answers nobody reads. */
function unheard(): MessagePort {
  const { port1, port2 } = new MessageChannel()
  port1.close()
  return port2
}

const settle = () => new Promise(resolve => setTimeout(resolve))

describe('FetchQueue', () => {
  it('answers each request at its port, some at the same time', async () => {
    const { open, seen, send } = createPage()
    const answers = Array.from({ length: 40 }, (_, path) => send(path))
    await settle()
    expect(seen).toHaveLength(32)
    while (open.length) {
      open.shift()!()
      await settle()
    }
    const urls = (await Promise.all(answers)).map(answer => answer && 'body' in answer && new TextDecoder().decode(answer.body))
    expect(urls).toEqual(Array.from({ length: 40 }, (_, path) => `https://x/${path}`))
  })

  it('lets other tasks run between answers that need no task themselves', async () => {
    let answered = 0
    const queue = new FetchQueue(async () => {
      answered++
      return undefined
    })
    for (let path = 0; path < 1000; path++) {
      const request = { method: 'GET', url: `https://x/${path}`, headers: [], body: new ArrayBuffer() }
      queue.add({ type: 'fetch', request, port: unheard() })
    }
    await settle()
    expect(answered).toBeLessThan(100)
  })

  it('drops the requests that wait when cleared', async () => {
    const { queue, open, seen, send } = createPage()
    const [first] = Array.from({ length: 40 }, (_, path) => send(path))
    await settle()
    queue.clear()
    open.forEach(answer => answer())
    await first
    await settle()
    expect(seen).toHaveLength(32)
  })

  it('answers a request that it cannot make with the failure', async () => {
    const { port1, port2 } = new MessageChannel()
    const answer = new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data) })
    const request = { method: 'TRACE', url: 'https://x/', headers: [], body: new ArrayBuffer() }
    new FetchQueue(async () => undefined).add({ type: 'fetch', request, port: port2 })
    expect(await answer).toEqual({ failure: expect.stringContaining('TRACE') })
    port1.close()
  })
})
