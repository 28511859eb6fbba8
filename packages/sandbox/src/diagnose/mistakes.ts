import { messageMistakes } from './message-mistakes.ts'
import type { Mistake } from './mistake.ts'
import { signatureMistakes } from './signature-mistakes.ts'

/** The known mistakes, in the order in which they are tried. */
export const mistakes: readonly Mistake[] = [...messageMistakes, ...signatureMistakes]
