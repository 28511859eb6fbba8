import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from './command.ts'

/** A Redis server with nothing in it, until it is stopped or the test is over. */
export async function startRedis(): Promise<{ url: string, stop: () => void }> {
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', temporaryFolder()]
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = () => void server.kill('SIGKILL')
  onTestFinished(stop)
  for await (const line of createInterface(server.stdout)) {
    if (line.includes('Ready to accept connections')) return { url: `redis://127.0.0.1:${port}`, stop }
  }
  throw new Error(`redis-server did not start at port ${port}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
