import { spawnSync } from 'node:child_process'
import { findChromium, noChromium } from './chromium.ts'

const ways: [command: string, ...args: string[]][] = [
  ['playwright', 'install', 'chromium'],
  ['apt-get', 'install', '-y', '-qq', 'chromium'],
]

/** Runs a command quietly; a way that does not work here only means that the next one is tried. */
function attempt(command: string, ...args: string[]): void {
  console.error(`Installing Chromium: ${command} ${args.join(' ')} …`)
  if (command === 'apt-get') spawnSync(command, ['update', '-qq'], { stdio: 'ignore' })
  spawnSync(command, args, { stdio: 'ignore', timeout: 5 * 60_000 })
}

for (const way of ways) {
  if (findChromium()) break
  attempt(...way)
}

if (!findChromium()) {
  console.error(noChromium)
  process.exitCode = 1
}
