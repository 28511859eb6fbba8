import { type ClientOptions, createClient } from '@wxpay-live/client'
import { safeRetry } from '@wxpay-live/client/retry'

/** The asynchronous program whose size is measured: one request, repeated when that is safe. */
export const findOrder = (options: ClientOptions, id: string): Promise<Response> =>
  createClient({ ...options, retry: safeRetry() }).v3.pay.transactions.id._id_.getAsync({ id })
