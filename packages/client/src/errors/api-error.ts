import { WxpayError } from './wxpay-error.ts'

/** The members of an {@link ApiError}. */
export interface ApiErrorParts {
  /** HTTP status, in practice 4xx or 5xx. */
  status: number
  /** WeChat Pay's error code, such as `PARAM_ERROR`; missing if the response is not WeChat Pay's error JSON. */
  code: string | undefined
  /** WeChat Pay's `detail`, unchanged. */
  detail: unknown
  /** `Request-ID` of the response, which WeChat Pay's support asks for. */
  requestId: string | undefined
  /** Whether the response has a valid signature. Errors about the request's signature and of gateways are unsigned. */
  verified: boolean
}

/** WeChat Pay refused the request or failed: the status is 4xx or 5xx. */
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
