import { WxpayError } from './wxpay-error.ts'

/** What an {@link ApiError} is made of. */
export interface ApiErrorParts {
  /** HTTP status, in practice 4xx or 5xx. */
  status: number
  /** WeChat Pay's error code, such as `PARAM_ERROR`; absent where the answer carries none. */
  code: string | undefined
  /** WeChat Pay's `detail`, as it came. */
  detail: unknown
  /** `Request-ID` of the response: what WeChat Pay's support asks for. */
  requestId: string | undefined
  /** Whether the answer carried a valid signature. Errors about the signature itself, and of gateways, do not. */
  verified: boolean
}

/** WeChat Pay refused the request, or failed to carry it out. */
export class ApiError extends WxpayError implements ApiErrorParts {
  override name = 'ApiError' as const
  declare readonly status: number
  declare readonly code: string | undefined
  declare readonly detail: unknown
  declare readonly requestId: string | undefined
  declare readonly verified: boolean

  constructor(message: string, parts: ApiErrorParts) {
    super(message)
    Object.assign(this, parts)
  }
}
