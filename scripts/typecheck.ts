import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** Runs a checker; prints what it found when it is done. */
async function check(command: string, ...options: string[]): Promise<number> {
  const child = spawn(command, options, { stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = new Promise<number>(resolve => child.on('close', status => resolve(status ?? 1)))
  process.stdout.write(await text(child.stdout))
  return closed
}

const statuses = await Promise.all([
  check('vue-tsc', '-p', 'tsconfig.browser.json', '--pretty'),
  check('tsc', '-p', 'tsconfig.node.json', '--pretty'),
  check('tsc', '-p', 'tsconfig.test.json', '--pretty'),
  check('node', 'scripts/typecheck/check-members.ts'),
])
process.exitCode = Math.max(...statuses)
