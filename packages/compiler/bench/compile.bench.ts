import { execFileSync } from 'node:child_process'
import { join } from 'node:path'

/** Budgets of the compiler for the pages of all facts. Seconds are CPU time unless stated otherwise. */
const budgets = {
  'all pages, cold, seconds': 3,
  'all pages, cold, wall-clock seconds': 3,
  'all pages, cold, MB': 400,
  'one changed page, ms': 50,
  'four times the pages, factor of the time': 4.5,
  'type check with the full path map beyond an empty program, seconds': 3,
}

type Measure = keyof typeof budgets

/** Runs one measurement in its own process, so that it starts cold. */
function measure(script: string, ...args: string[]): Partial<Record<Measure, number>> {
  const output = execFileSync(process.execPath, [join(import.meta.dirname, script), ...args], { encoding: 'utf8' })
  return JSON.parse(output) as Partial<Record<Measure, number>>
}

const measured = {
  ...measure('measure-pages.ts'),
  ...measure('measure-growth.ts'),
  ...measure('measure-types.ts'),
}

console.table(Object.fromEntries(Object.entries(budgets).map(([what, budget]) => {
  const value = measured[what as Measure] ?? NaN
  // Wall-clock time depends on the load of the machine.
  if (!(value <= budget || what.includes('wall-clock'))) process.exitCode = 1
  return [what, { measured: Number(value.toFixed(2)), budget }]
})))
