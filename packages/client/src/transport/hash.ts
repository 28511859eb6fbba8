import { SignatureError } from '../errors/signature-error.ts'
import type { FileHash, SentRequest } from '../options.ts'
import { createHash, gunzip } from '#platform'

/** Digests a file chunk by chunk. */
export interface HashCheck {
  update: (chunk: Uint8Array) => void
  /** @throws SignatureError if the file has another hash */
  finish: () => void
}

/** Makes a check of the hash of a file. */
export function createHashCheck({ hash_type, hash_value }: FileHash, request: SentRequest): HashCheck {
  const digest = createHash(hash_type.toLowerCase())
  return {
    update: chunk => void digest.update(chunk),
    finish: () => {
      if (digest.hex() !== hash_value.toLowerCase()) throw wrongFile(request, `its ${hash_type} does not match the hash option`)
    },
  }
}

/** The error for a file whose hash cannot be confirmed. */
export function wrongFile({ method, url }: SentRequest, reason: string, cause?: unknown): SignatureError {
  const error = new SignatureError(`the file of ${method} ${url} is not trusted: ${reason}`, {
    reason, serial: undefined, requestId: undefined,
  })
  if (cause !== undefined) error.cause = cause
  return error
}

/** Checks a whole file. */
export function assertFileHash(hash: FileHash, gzip: boolean, file: Uint8Array, request: SentRequest): void {
  const check = createHashCheck(hash, request)
  check.update(gzip ? unpack(file, request) : file)
  check.finish()
}

function unpack(file: Uint8Array, request: SentRequest): Uint8Array {
  try {
    return gunzip(file)
  } catch (cause) {
    throw wrongFile(request, 'invalid gzip', cause)
  }
}
