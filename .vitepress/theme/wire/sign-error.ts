/** What a `SIGN_ERROR` answer says of the signature it refuses. */
export interface SignError {
  /** The string that should have been signed. */
  expected: string
  /** What went wrong and what to do; `undefined` where the answer does not know. */
  diagnosis: string | undefined
}

/** Reads a `SIGN_ERROR` answer; `undefined` for any other answer. */
export function readSignError(body: string): SignError | undefined {
  try {
    const { sign_information, diagnosis } = JSON.parse(body).detail
    const expected: unknown = sign_information.truncated_sign_message
    if (typeof expected !== 'string') return undefined
    return { expected, diagnosis: typeof diagnosis === 'string' ? diagnosis : undefined }
  } catch {
    return undefined
  }
}
