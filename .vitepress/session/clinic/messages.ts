import type { Diagnosis, Given } from '@wxpay-live/sandbox/diagnose'

/** What the worker diagnoses. */
export interface Paste {
  text: string
  given: Given
}

/** The worker's answer: a diagnosis, or the name of the given key that is not an RSA key. */
export type Answer
  = | { diagnosis: Diagnosis }
    | { unreadable: keyof Given }
