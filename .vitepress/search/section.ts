/** A search result: an operation, a notification, or what stands below a heading of another page. */
export interface Section {
  /** `id` of the heading to link to; empty for the top of the page. */
  anchor: string
  /** Titles from the outermost to the section's own. */
  titles: string[]
  /** HTTP method, or 通知 of a notification; absent on other pages. */
  method?: string
  /** Path template of an operation, or the event type of a notification. */
  path?: string
  /** What the section says, in the order of the page. */
  rows: Row[]
}

/** A row of a table, a paragraph, an item of a list or a line of code. */
export interface Row {
  /** `id` to lead to, of the row or else of the heading above; empty for the top of the page. */
  anchor: string
  /** What the row is about: a field, an error code; empty for running text. */
  name: string
  text: string
  /** Whether readers look for this name here: a field of the request, not of the response or an inner object. */
  isMain?: true
}
