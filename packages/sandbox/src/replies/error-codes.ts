import { Refusal } from './refusal.ts'

/** The status of each error code of the API that is not a 400. */
const statuses: Record<string, number> = {
  SIGN_ERROR: 401,
  ACCOUNT_ERROR: 403,
  NOT_ENOUGH: 403,
  NO_AUTH: 403,
  OUT_TRADE_NO_USED: 403,
  RULE_LIMIT: 403,
  TRADE_ERROR: 403,
  USER_ACCOUNT_ABNORMAL: 403,
  NOT_FOUND: 404,
  ORDER_NOT_EXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  FREQUENCY_LIMITED: 429,
  RATELIMIT_EXCEEDED: 429,
  BANK_ERROR: 500,
  SYSTEM_ERROR: 500,
}

/** The error of a code, with the status the API documents for it. */
export const failure = ([code, message]: readonly [code: string, message: string]) =>
  new Refusal(statuses[code] ?? 400, { code, message })
