/** The message of an error, or the text of any other thrown value. */
export const messageOf = (error: unknown) => error instanceof Error ? error.message : String(error)

/** The code of an error of Node, such as `ENOENT`; `undefined` for any other. */
export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
