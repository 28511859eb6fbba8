import { createInterface } from 'node:readline'
import getPort from 'get-port'
import { onTestFinished } from 'vitest'
import { startProcess } from '../../../../test/support/process.ts'
import { temporaryFolder } from './command.ts'

/** Starts an empty Redis server that runs until it is stopped or the test ends. */
export async function startRedis(): Promise<{ url: string, stop: () => void }> {
  const port = await getPort({ host: '127.0.0.1' })
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', temporaryFolder()]
  const { child, stop } = startProcess('redis-server', args)
  onTestFinished(stop)
  child.stderr.resume()
  for await (const line of createInterface(child.stdout)) {
    if (line.includes('Ready to accept connections')) return { url: `redis://127.0.0.1:${port}`, stop }
  }
  throw new Error(`redis-server did not start at port ${port}`)
}
