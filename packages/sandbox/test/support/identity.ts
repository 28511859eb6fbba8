import { createIdentity } from '../../src/identity/index.ts'

/** The fixed clock of the tests: 2025-01-02T11:04:05+08:00. */
export const now = () => Date.UTC(2025, 0, 2, 3, 4, 5)

/** One identity for all tests of a file. */
export const identity = await createIdentity({ now })
