import { readFileSync } from 'node:fs'
import { fuzzCounts, fuzzReport } from './test-run/fuzz-report.ts'
import { openRun } from './test-run/run-folder.ts'
import { runSteps } from './test-run/run-steps.ts'
import { tiers } from './test-run/tiers.ts'

const [, , name = 'default', option] = process.argv
const tier = tiers[name]
if (!tier) throw new Error(`unknown tier “${name}”, use one of ${Object.keys(tiers).join(', ')}`)

const run = openRun()
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    run.kill()
    process.exit(130)
  })
}

const { passed, failed } = await runSteps(tier(), run.env)
const left = await run.close()
for (const line of left) console.log(`── left behind: ${line}`)

if (option === '--report') console.log(`\n${fuzzReport(readFileSync(fuzzCounts, 'utf8'))}`)
console.log(`\n${passed} passed, ${failed + left.length} failed`)
process.exitCode = failed + left.length ? 1 : 0
