/** The body of a refusal that comes before the API: in its format, but unsigned, as from a gateway. */
export const refusalBody = (code: string, message: string) => ({ code, message })

/** Returns an unsigned refusal as a response. */
export const unsignedRefusal = (status: number, code: string, message: string) =>
  Response.json(refusalBody(code, message), { status })
