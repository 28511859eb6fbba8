import type { RawResponse } from './raw-response.ts'

/** A synchronous `Response`; the body can be read repeatedly. */
export class SyncResponse<Json = ReturnType<typeof JSON.parse>> {
  readonly status: number
  readonly headers: Headers
  readonly #body: Uint8Array

  constructor({ status, headers, body }: RawResponse) {
    this.status = status
    this.headers = new Headers(headers)
    this.#body = body
  }

  /** Whether the status is 200 to 299. */
  get ok(): boolean {
    return this.status >= 200 && this.status < 300
  }

  /**
   * Parses the body as JSON.
   *
   * @throws SyntaxError if it is not JSON, such as the empty body of a 204
   */
  json(): Json {
    return JSON.parse(this.text())
  }

  /** The body as UTF-8 text. */
  text(): string {
    return new TextDecoder().decode(this.#body)
  }

  /** A copy of the body. */
  bytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#body)
  }

  /** A copy of the body. */
  arrayBuffer(): ArrayBuffer {
    return this.bytes().buffer
  }
}
