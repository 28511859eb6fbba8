import type { Mistake } from '@wxpay-live/sandbox/diagnose'

/** What went wrong: the part of an explanation before its first colon. */
export const titleOf = ({ explain }: Mistake) => explain.split('：', 1)[0]!.replace(/。$/, '')

/** What to do: the part after it; the whole explanation if it has no colon. */
export const adviceOf = ({ explain }: Mistake) => explain.slice(explain.indexOf('：') + 1)
