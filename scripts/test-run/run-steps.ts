import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import type { Step } from './step.ts'

/** How many steps and tests passed and failed. */
export interface Outcome {
  passed: number
  failed: number
}

/**
 * Runs the stages one after the other, the steps of a stage side by side. Every step runs even if one before it failed,
 * so that one run reports everything.
 */
export async function runSteps(stages: Step[][], env: NodeJS.ProcessEnv): Promise<Outcome> {
  const total: Outcome = { passed: 0, failed: 0 }
  const count = stages.flat().length
  let number = 0
  for (const stage of stages) {
    const outcomes = stage.map(step => runStep(step, `${++number}/${count} ${step.name}`, env, stage.length === 1))
    for (const { passed, failed } of await Promise.all(outcomes)) {
      total.passed += passed
      total.failed += failed
    }
  }
  return total
}

async function runStep(
  step: Step,
  title: string,
  env: NodeJS.ProcessEnv,
  isAlone: boolean,
): Promise<Outcome> {
  const { command, args, report } = step
  console.log(`\n── ${title}: ${[command, ...args].join(' ')}`)
  if (report) rmSync(report, { force: true })
  const started = performance.now()
  const { isOk, output } = await execute(step, env, isAlone)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${output}── ${title}: ${isOk ? 'ok' : 'failed'}, ${seconds} s`)
  const tests = report ? readReport(report) : { passed: 0, failed: 0 }
  return { passed: tests.passed + Number(isOk), failed: tests.failed + Number(!isOk) }
}

interface Execution {
  isOk: boolean
  /** What a step that is not alone printed; otherwise it has been printed already. */
  output: string
}

/** Steps side by side would mix their lines: theirs are kept until they end. */
function execute(step: Step, env: NodeJS.ProcessEnv, isAlone: boolean): Promise<Execution> {
  const to = isAlone ? 'inherit' : 'pipe'
  const child = spawn(step.command, step.args, { env: { ...env, ...step.env }, stdio: ['inherit', to, to] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => output += text)
  return new Promise((resolve) => {
    child.on('error', error => resolve({ isOk: false, output: `${output}${error.message}\n` }))
    child.on('close', code => resolve({ isOk: code === 0, output }))
  })
}

function readReport(file: string): Outcome {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const { numPassedTests = 0, numFailedTests = 0 } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>
  return { passed: numPassedTests, failed: numFailedTests }
}
