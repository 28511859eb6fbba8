/** Details of a `SIGN_ERROR` response. */
export interface SignError {
  /** The string that should have been signed. */
  expected: string
  /** What was wrong and what to do, if the sandbox found out. */
  diagnosis: string | undefined
}

/** Parses the body of a sandbox's `SIGN_ERROR` response; returns `undefined` for any other body. */
export function readSignError(body: string): SignError | undefined {
  try {
    const { sign_message: expected, diagnosis } = JSON.parse(body).detail
    if (typeof expected !== 'string') return undefined
    return { expected, diagnosis: typeof diagnosis === 'string' ? diagnosis : undefined }
  } catch {
    return undefined
  }
}
