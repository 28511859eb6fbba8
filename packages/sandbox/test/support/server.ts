import type { Catalog } from '@wxpay-live/compiler/model'
import published from '@wxpay-live/openapi/catalog.json' with { type: 'json' }
import { onTestFinished } from 'vitest'
import { createSandbox, type SandboxOptions } from '../../src/index.ts'
import { serve, type ServeOptions, type ServerEvent } from '../../src/server/index.ts'
import { identity } from './identity.ts'

type Options = Omit<ServeOptions, 'sandbox'> & Partial<SandboxOptions>

/** Serves a sandbox of the whole reference until the test ends; `events` are its log. */
export async function startServer({ catalog = published as unknown as Catalog, ...options }: Options = {}) {
  const sandbox = createSandbox({ catalog, identity, strict: true, ...options })
  const events: ServerEvent[] = []
  const server = await serve({ sandbox, port: 0, onEvent: event => events.push(event), ...options })
  onTestFinished(server.close)
  return { ...server, sandbox, events }
}

/** Calls the control API; returns status and body. */
export async function control(server: { url: string }, method: string, path: string, body?: unknown) {
  const response = await fetch(`${server.url}/_sandbox${path}`, {
    method, ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text ? JSON.parse(text) as unknown : undefined }
}
