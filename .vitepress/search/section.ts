/** One result of the search, and what it is found by. */
export interface Section {
  /** The `id` of the heading it leads to; empty for the top of the page. */
  anchor: string
  /** What it is called, after what it belongs to. */
  titles: string[]
  /** What people paste: a URL, or an event type. */
  identifiers?: string[]
  /** What people look for: fields of the first level, error codes, the first sentence. */
  names?: string[]
  /** The rest: fields below, declared values. */
  others: string[]
}
