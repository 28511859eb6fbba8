import type { Resource } from '@wxpay-live/sandbox'

/** Whether a record is a paid order, which the user can complain about. */
export const isPaid = ({ kind, data }: Pick<Resource, 'kind' | 'data'>) =>
  kind === 'transaction' && typeof data.transaction_id === 'string'
