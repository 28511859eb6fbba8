import { createHash } from 'node:crypto'

/** Returns a short hash of a file's content, for its name. */
export const shortHash = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 8)
