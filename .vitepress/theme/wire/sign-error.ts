/** The string that a `SIGN_ERROR` answer says should have been signed; `undefined` for any other answer. */
export function expectedMessage(body: string): string | undefined {
  try {
    const message: unknown = JSON.parse(body)?.detail?.sign_information?.truncated_sign_message
    return typeof message === 'string' ? message : undefined
  } catch {
    return undefined
  }
}
