import type { Run, RunEvent } from '@wxpay-live/runner'
import type { Control, Scenario } from '@wxpay-live/sandbox'

/** The languages whose tabs run on the page. */
export type RunnableLanguage = 'typescript' | 'php'

/** How much of a language's runtime has come, in bytes. */
export interface Progress {
  loaded: number
  total: number
}

/** What a run needs to know of its code. */
export interface Runnable {
  language: RunnableLanguage
  /** Values for variables of a path that the code leaves empty. */
  samples: Record<string, string>
}

/** What `sandbox.ts` exports; loaded at the first run and never before. */
export interface SandboxSession {
  runExample: (code: string, options: Runnable & {
    onEvent: (event: RunEvent) => void
    onProgress: (progress: Progress) => void
  }) => Promise<Run>
}

/** What the panel needs of `sandbox.ts`; loaded when the panel is first opened and never before. */
export interface PanelSession {
  control: Control
  scenarios: readonly Scenario[]
  /** Calls the listener after each answer of the sandbox. */
  onResponse: (listener: () => void) => void
}
