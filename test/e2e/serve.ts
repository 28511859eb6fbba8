import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { serve } from 'vitepress'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site is served, without a trailing slash. */
    origin: string
  }
}

/** Serves `.vitepress/dist` on a free port for all end-to-end tests. */
export async function setup(project: TestProject): Promise<() => void> {
  const { server } = await serve({ port: 0 })
  if (!server) throw new Error('The preview server did not start.')
  project.provide('origin', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return () => server.close()
}
