import type { Diagnosis } from '@wxpay-live/sandbox/diagnose'

/** The languages of the code, in the order of their tabs. */
export const languages = ['Node', 'PHP', 'Java', 'Go', 'Python', 'C#'] as const

/** A language of the code. */
export type Language = typeof languages[number]

/** Lines of code: as they usually are when the mistake is made, and as they should be. */
export interface Lines {
  wrong: string
  right: string
}

/** The code that usually causes some mistakes. */
export interface Cause {
  /** Names of the mistakes. */
  mistakes: string[]
  /** What the mistakes are in. */
  kind: Diagnosis['kind']
  code: Record<Language, Lines>
  /** The languages in which a test runs the lines. */
  tested: Language[]
}
