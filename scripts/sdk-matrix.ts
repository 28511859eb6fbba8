// Prints the table of docs/guide/sdks.md: what the program of each SDK does, by which way in.
import { matrixTable } from '../packages/sandbox/test/support/sdk-matrix.ts'

console.log(matrixTable())
