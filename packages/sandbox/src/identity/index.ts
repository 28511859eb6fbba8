export { createIdentity, type IdentityOptions } from './create-identity.ts'
export type { Identity, Platform } from './identity.ts'
