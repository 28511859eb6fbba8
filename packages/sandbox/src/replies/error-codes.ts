import { Refusal } from './refusal.ts'

/** An error code of the API and its message. */
export type Reason = readonly [code: string, message: string]

/** HTTP status by error code, if it is not 400. */
const statuses: Record<string, number> = {
  SIGN_ERROR: 401,
  ACCOUNT_ERROR: 403,
  CONTRACT_NOT_EXIST: 403,
  NOT_ENOUGH: 403,
  NO_AUTH: 403,
  OUT_TRADE_NO_USED: 403,
  RULE_LIMIT: 403,
  TRADE_ERROR: 403,
  USER_ACCOUNT_ABNORMAL: 403,
  NOT_FOUND: 404,
  ORDER_NOT_EXIST: 404,
  ORDERNOTEXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  FREQUENCY_LIMITED: 429,
  RATELIMIT_EXCEEDED: 429,
  BANK_ERROR: 500,
  SYSTEM_ERROR: 500,
}

/** Returns the refusal for an error code, with the HTTP status the API documents for it. */
export const refusal = ([code, message]: Reason) =>
  new Refusal(statuses[code] ?? 400, { code, message })
