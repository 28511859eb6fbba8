/** Attribute of the element that holds the body of a page. */
export const bodyAttribute = 'data-page-body'

/** The body of the page that the reader goes to; undefined for the page that the browser loaded as a document. */
let next: string | undefined

/** Keeps the body of the page that is shown next. */
export function keepBody(body: string): void {
  next = body
}

/** Returns the body of the page that is about to be shown, once; undefined if it is in the document already. */
export function takeBody(): string | undefined {
  const body = next
  next = undefined
  return body
}
