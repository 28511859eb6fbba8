import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'

const report = 'test-results/vitest.json'

/** Each step runs even when one before it failed, so that one run tells everything. */
const steps: [name: string, command: string, ...args: string[]][] = [
  ['lint', 'eslint', '.'],
  ['pages', 'npm', 'run', '--silent', 'generate'],
  ['types', 'vue-tsc', '--noEmit'],
  ['build', 'vitepress', 'build'],
  ['examples', 'wxpay-compile', 'run', 'docs'],
  ['tests', 'vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
]

rmSync(report, { force: true })
let passed = 0
let failed = 0

for (const [name, command, ...args] of steps) {
  console.log(`\n── ${name}: ${command} ${args.join(' ')}`)
  const started = performance.now()
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const ok = status === 0
  console.log(`── ${name}: ${ok ? 'ok' : `failed${error ? ` (${error.message})` : ''}`}, ${seconds} s`)
  if (ok) passed++
  else failed++
}

if (existsSync(report)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>
  passed += numPassedTests ?? 0
  failed += numFailedTests ?? 0
}

console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
