import { go } from './go.ts'
import { java } from './java.ts'
import { python } from './python.ts'
import type { Toolchain } from './toolchain.ts'

/** The languages whose examples need a toolchain of this machine, by their id. */
export const toolchains: Record<string, Toolchain> = { java, go, python }
