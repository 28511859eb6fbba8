import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { addressWindow } from '../../vite/address-window.ts'

const msw = readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8')

/** The windows of a service worker, as its `clients` has them. */
const visible = { id: 'visible', frameType: 'top-level', visibilityState: 'visible' }
const hidden = { id: 'hidden', frameType: 'top-level', visibilityState: 'hidden' }
const worker = { id: 'worker', frameType: 'none' }

/** Evaluates a service worker and resolves the client for a request of a worker that belongs to the hidden window. */
async function resolve(source: string) {
  const asked: string[] = []
  const all = [visible, hidden, worker]
  const scope = {
    URL, Map, Set, Promise, Symbol, console, registration: { scope: '/' }, addEventListener: () => {},
    caches: { open: async () => ({ match: async () => undefined }) },
    clients: {
      get: async (id: string) => {
        asked.push(id)
        return all.find(client => client.id === id)
      },
      matchAll: async () => [visible, hidden],
    },
  }
  const event = { clientId: 'worker', request: { url: 'https://site/sw.js?window=hidden&url=x' } }
  const context = { ...scope, self: scope, event, result: undefined as Promise<unknown> | undefined }
  // Both windows have a sandbox.
  runInNewContext(`${source}\nactiveClientIds.add('visible').add('hidden')\nresult = resolveMainClient(event)`, context)
  return { client: await context.result, asked }
}

describe('addressWindow', () => {
  it('sends a request to the window that it names, without asking for the client that sent it', async () => {
    expect(await resolve(addressWindow(msw))).toEqual({ client: hidden, asked: ['hidden'] })
  })

  it('is needed: msw asks for the client that sent the request, and takes a visible window', async () => {
    expect(await resolve(msw)).toEqual({ client: visible, asked: ['worker'] })
  })

  it('fails if msw changes', () => {
    expect(() => addressWindow('function getClient() {}')).toThrow('resolveMainClient')
  })
})
