import type { Run, RunEvent } from '@wxpay-live/runner'
import type { Control, Scenario } from '@wxpay-live/sandbox'

/** Languages whose examples run on the page. */
export type RunnableLanguage = 'typescript' | 'php'

/** Download progress of a language's runtime, in bytes. */
export interface Progress {
  loaded: number
  total: number
}

/** Language and sample values of an example. */
export interface Runnable {
  language: RunnableLanguage
  /** Values for path variables that the code leaves empty. */
  samples: Record<string, string>
  /**
   * Set for code that the compiler generated: its TypeScript has no types, and sends only asynchronous or only synchronous
   * requests. Other code may have both.
   */
  generated?: 'async' | 'sync' | undefined
}

/** What a run uses of `sandbox.ts`, which must not load before the first run. */
export interface SandboxSession {
  runExample: (code: string, options: Runnable & {
    /** Called when the code starts. */
    onStart: () => void
    onEvent: (event: RunEvent) => void
    onProgress: (progress: Progress) => void
  }) => Promise<Run>
}

/** What the panel uses of `sandbox.ts`, which must not load before the panel is opened. */
export interface PanelSession {
  control: Control
  scenarios: readonly Scenario[]
  /** Calls the listener after each response of the sandbox. */
  onResponse: (listener: () => void) => void
}
