export { diagnose } from './diagnose.ts'
export type { Diagnosis, Finding, Given } from './diagnosis.ts'
