import type { Diagnosis } from '@wxpay-live/sandbox/diagnose'
import { body } from './body.ts'
import type { Cause } from './cause.ts'
import { message } from './message.ts'
import { phone } from './phone.ts'
import { signature } from './signature.ts'
import { stringToSign } from './string-to-sign.ts'
import { url } from './url.ts'

export { type Cause, type Language, languages } from './cause.ts'

/** The code that usually causes the mistakes. */
export const causes: Cause[] = [...stringToSign, ...url, ...body, ...signature, ...message, ...phone]

/** Returns the code that usually causes a mistake; `undefined` if no code does. */
export const causeOf = (name: string, kind: Diagnosis['kind']): Cause | undefined =>
  causes.find(cause => cause.kind === kind && cause.mistakes.includes(name))
