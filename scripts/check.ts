import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'

const { values: { lang } } = parseArgs({ options: { lang: { type: 'string' } } })

const examples = (...options: string[]) => ['wxpay-compile', 'run', 'docs', ...options] as const

/** Everything that is checked of our pages, or the examples in one language. */
const commands = lang === undefined
  ? [['node', 'scripts/compare-facts.ts'] as const, examples(), examples('--lang', 'php')]
  : [examples('--lang', lang)]

for (const [command, ...args] of commands) {
  if (process.exitCode) break
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error) throw error
  process.exitCode = status ?? 1
}
