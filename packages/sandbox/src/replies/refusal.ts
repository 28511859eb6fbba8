import type { JsonValue } from '@wxpay-live/compiler/model'
import type { Reply } from './reply.ts'

/** A 4xx or 5xx of the API in WeChat Pay's format. Handlers throw it. */
export class Refusal extends Error implements Reply {
  override name = 'Refusal' as const
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: { code: string, message: string, detail?: Record<string, JsonValue> }

  constructor(status: number, body: Refusal['body'], headers: Record<string, string> = {}) {
    super(`${status} ${body.code}: ${body.message}`)
    this.status = status
    this.body = body
    this.headers = headers
  }
}
