import type { JsonValue } from '@wxpay-live/compiler/model'
import type { Answer } from '../engine/call.ts'

/** An error of the API: thrown by a step, answered in WeChat Pay's shape. */
export class Refusal extends Error implements Answer {
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
