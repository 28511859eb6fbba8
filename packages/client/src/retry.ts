export { safeRetry, type SafeRetryOptions } from './transport/safe-retry.ts'
