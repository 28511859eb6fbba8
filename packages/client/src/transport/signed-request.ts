import type { SentRequest } from '../options.ts'

/** A request as sent. Printed or logged, it hides its `Authorization`, with which others could send it for a while. */
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

  /** The request as it may be shown. */
  toJSON(): SentRequest {
    return { ...this, headers: { ...this.headers, Authorization: '[redacted]' } }
  }

  /** What `console.log` and `util.inspect` show in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): SentRequest {
    return this.toJSON()
  }
}
