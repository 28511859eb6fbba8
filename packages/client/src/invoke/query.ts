import { encodeRfc3986 } from '../access/encode.ts'

/** Writes members as a query, each value percent-encoded. */
export const queryOf = (members: object): string =>
  Object.entries(members).map(([name, value]) => `${name}=${encodeRfc3986(name, String(value))}`).join('&')
