import fc from 'fast-check'

/** Usual test runs have the same random inputs each time; `npm run fuzz` has more of them, and others. */
const { FUZZ_SEED = '1', FUZZ_FACTOR = '1' } = globalThis.process?.env ?? {}

fc.configureGlobal({ seed: Number(FUZZ_SEED), numRuns: 100 * Number(FUZZ_FACTOR) })

export { fc }

/** The number of inputs to try, given that of a usual test run. */
export const runs = (count: number): number => count * Number(FUZZ_FACTOR)
