// Prints the table of docs/guide/sdks.md.
import { matrixTable } from '../packages/sandbox/test/support/sdk-matrix.ts'

console.log(matrixTable())
