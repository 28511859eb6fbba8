export { diagnose } from './diagnose.ts'
export type { Diagnosis, Finding, Given } from './diagnosis.ts'
export type { Mistake } from './mistake.ts'
export type { Recognised } from './recognised.ts'
