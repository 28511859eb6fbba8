import type { SentRequest } from '../options.ts'

/** A request as sent. If printed, it hides its `Authorization`, which is valid for a while. */
export class SignedRequest implements SentRequest {
  declare readonly method: string
  declare readonly url: string
  declare readonly headers: Record<string, string>
  declare readonly body: string
  declare readonly upload?: Blob
  declare readonly message: string

  constructor(request: SentRequest) {
    Object.assign(this, request)
  }

  /** The request without its secrets. */
  toJSON(): SentRequest {
    return { ...this, headers: { ...this.headers, Authorization: '[redacted]' } }
  }

  /** For `console.log` and `util.inspect` in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): SentRequest {
    return this.toJSON()
  }
}
