import type { TestProject } from 'vitest/node'
import { packPackages, type Tarballs } from '../../scripts/pack.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** All packages of this repository, as they would be published. */
    tarballs: Tarballs
  }
}

/** Packs every package once for the tests that install them. */
export default function packed({ provide }: TestProject): void {
  provide('tarballs', packPackages())
}
