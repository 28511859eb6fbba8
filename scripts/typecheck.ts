import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** Checks one environment; prints its errors when it is done. */
async function check(environment: string): Promise<number> {
  const compiler = environment === 'browser' ? 'vue-tsc' : 'tsc'
  const child = spawn(compiler, ['-p', `tsconfig.${environment}.json`, '--pretty'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = new Promise<number>(resolve => child.on('close', status => resolve(status ?? 1)))
  process.stdout.write(await text(child.stdout))
  return closed
}

const statuses = await Promise.all(['browser', 'node', 'test'].map(check))
process.exitCode = Math.max(...statuses)
