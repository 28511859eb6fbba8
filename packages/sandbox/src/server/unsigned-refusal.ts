/** The body of an error that comes before the API: in its shape, but unsigned, as from a gateway. */
export const refusalBody = (code: string, message: string) => ({ code, message })

/** The same as a response. */
export const unsignedRefusal = (status: number, code: string, message: string) =>
  Response.json(refusalBody(code, message), { status })
