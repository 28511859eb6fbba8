/** The most that one run sends to the page. */
export const limits = {
  /** Messages of any kind. */
  messages: 20_000,
  /** Requests that the page answers. */
  requests: 1_000,
  /** Bytes of the bodies of these requests. */
  sent: 50_000_000,
  /** Reported requests, synchronous ones included. */
  exchanges: 1_000,
  /** Characters of reported requests and responses, as JSON. */
  exchanged: 20_000_000,
  /** Lines of output and errors. */
  lines: 2_000,
  /** Characters of output and errors. */
  characters: 200_000,
}

/** What a run sent too much of. */
export type Excess = keyof typeof limits
