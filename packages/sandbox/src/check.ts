export { findingsOf, type DraftRequest, type Finding } from './engine/findings.ts'
export { routeBy } from './engine/route.ts'
