export { clientSettings } from './identity/client-settings.ts'
export type { Identity, Platform } from './identity/identity.ts'
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'
