/** Events about records that other products may listen to, see `World.emit` and `Flow.listeners`. */
export const events = {
  /** A refund reached the user. Carries the record of the refund. */
  refundSucceeded: 'refund.succeeded',
}
