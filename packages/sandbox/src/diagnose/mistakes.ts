import { messageMistakes } from './message-mistakes.ts'
import type { Mistake } from './mistake.ts'
import { signatureMistakes } from './signature-mistakes.ts'

/** The known mistakes; the first one that fits is reported. */
export const mistakes: readonly Mistake[] = [...messageMistakes, ...signatureMistakes]
