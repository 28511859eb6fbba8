import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Catalog } from '@wxpay-live/compiler'
import { clientSettings, createSandbox } from '@wxpay-live/sandbox'
import { createIdentity } from '@wxpay-live/sandbox/identity'
import { afterAll } from 'vitest'
import { reuseWorker, run, type RunEvent, type RunWorker } from '../../src/index.ts'
import { compilePhp, createPhpWorker } from '../../src/php/node.ts'

/** Starts a sandbox on a port, and workers that run tabs against it. */
export async function useSandbox(catalog: Pick<Catalog, 'operations'>, createWorker: () => RunWorker = createPhpWorker) {
  const identity = await createIdentity()
  let sandbox = createSandbox({ catalog, identity, strict: false })
  const server = createAdaptorServer({
    fetch: request => sandbox.fetch(request),
    overrideGlobalObjects: false,
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  afterAll(() => { server.close() })

  const client = { ...clientSettings(identity), baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
  const php = await compilePhp()
  const workers = reuseWorker(createWorker)

  return {
    client,
    /** Replaces the sandbox, so that each tab can create the same records again. */
    renew(strict = false) {
      sandbox = createSandbox({ catalog, identity, strict })
    },
    /** Runs a tab; returns its outcome, output and errors. */
    async runTab(code: string, samples: Record<string, string> = {}) {
      const events: RunEvent[] = []
      const onEvent = (event: RunEvent) => void events.push(event)
      const { outcome } = run(code, { ...workers, php, client, samples, onEvent })
      const ended = await outcome
      return {
        ended,
        output: events.map(event => event.type === 'output' ? event.text : '').join(''),
        errors: events.filter(({ type }) => type === 'error').map(error => JSON.stringify(error)),
      }
    },
  }
}
