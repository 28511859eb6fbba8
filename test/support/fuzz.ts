import fc from 'fast-check'
import { expect } from 'vitest'
import { type KeptInputs, keptInputs } from './kept-inputs.ts'

/** `npm test` tries the same random inputs each time; `npm run fuzz` sets another seed, tries more, and counts them. */
const { FUZZ_SEED = '1', FUZZ_FACTOR = '1', FUZZ_COUNTS } = globalThis.process?.env ?? {}

fc.configureGlobal({ seed: Number(FUZZ_SEED), numRuns: 100 * Number(FUZZ_FACTOR) })

export { fc }

/** The number of inputs to try, given the number in `npm test`. */
export const runs = (count: number): number => count * Number(FUZZ_FACTOR)

type Options<Input> = Omit<fc.Parameters<Input>, 'examples' | 'reporter'>

/**
 * Checks a property of the running test like `fc.assert`: first with the inputs that failed before, then with random
 * ones. An input that fails is kept in `test/inputs`, for every run to come.
 */
export function fuzz<Input>(property: fc.IAsyncProperty<Input>, options?: Options<Input>): Promise<void>
export function fuzz<Input>(
  property: fc.IProperty<Input>, options?: Options<Input>, kept?: KeptInputs<Input>,
): void
export function fuzz<Input>(
  property: fc.IRawProperty<Input>,
  options: Options<Input> = {},
  kept = keptInputs<Input>(`test/inputs/${currentFile()}.json`, expect.getState().currentTestName ?? ''),
): void | Promise<void> {
  const reporter = (details: fc.RunDetails<Input>) => {
    count(details.numRuns, details.failed)
    if (!details.failed) return
    const isKept = details.counterexample !== null && kept.add(details.counterexample)
    const message = `${fc.defaultReportMessage(details)}${isKept ? '\nThe input is kept in test/inputs.' : ''}`
    throw new Error(message, { cause: details.errorInstance })
  }
  return fc.assert(property, { ...options, examples: kept.list(), reporter })
}

/** The test file that runs, such as `client/signing/check.node`. */
function currentFile(): string {
  const { testPath = '' } = expect.getState()
  return (/packages\/(.*)\.test\.ts$/.exec(testPath)?.[1] ?? 'others').replace('/test/', '/')
}

/** Adds one line to the file that `npm run fuzz` reports from; an area is a folder of tests. */
function count(inputs: number, failed: boolean): void {
  if (FUZZ_COUNTS === undefined) return
  const area = currentFile().split('/').slice(0, 2).join('/')
  const line = JSON.stringify({ area, inputs, faults: Number(failed) })
  process.getBuiltinModule('node:fs').appendFileSync(FUZZ_COUNTS, `${line}\n`)
}
