/** What happens to records, for other products to react to: see `World.emit` and `Flow.listeners`. */
export const events = {
  /** A refund reached the user; with the record of the refund. */
  refundSucceeded: 'refund.succeeded',
} as const
