import fc from 'fast-check'

/** `npm test` tries the same random inputs each time; `npm run fuzz` sets another seed and tries more. */
const { FUZZ_SEED = '1', FUZZ_FACTOR = '1' } = globalThis.process?.env ?? {}

fc.configureGlobal({ seed: Number(FUZZ_SEED), numRuns: 100 * Number(FUZZ_FACTOR) })

export { fc }

/** The number of inputs to try, given the number in `npm test`. */
export const runs = (count: number): number => count * Number(FUZZ_FACTOR)
