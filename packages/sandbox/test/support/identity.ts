import { createIdentity } from '../../src/identity/index.ts'

/** The clock of the tests. */
export const now = () => Date.UTC(2025, 0, 2, 3, 4, 5)

/** One identity for all tests of a file. */
export const identity = await createIdentity({ now })
