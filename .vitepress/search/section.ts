/** A search result with the words that find it. */
export interface Section {
  /** `id` of the heading to link to; empty for the top of the page. */
  anchor: string
  /** Titles from the outermost to the section's own. */
  titles: string[]
  /** What readers paste: method and path, or an event type. */
  identifiers?: string[]
  /** What readers look for: top-level fields, the description of the page, error codes. */
  names?: string[]
  /** Everything else: nested fields, enum values, text. */
  others: string[]
}
