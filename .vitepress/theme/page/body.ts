/** Attribute of the element that holds the body of a page. */
export const bodyAttribute = 'data-page-body'

/** The body of the page that the reader goes to; undefined for the page that the browser loaded as a document. */
let next: string | undefined

/** Returns the body of the page that is about to be shown, once; undefined if it is in the document already. */
export function takeBody(): string | undefined {
  const body = next
  next = undefined
  return body
}

/**
 * Fetches the document of a page and keeps its body for {@link takeBody}.
 * @throws if the page does not exist, or cannot be fetched
 */
export async function fetchBody(href: string): Promise<void> {
  const response = await fetch(href)
  const body = response.ok && toDocument(await response.text()).querySelector(`[${bodyAttribute}]`)
  // The router shows its own page for an error with this text.
  if (!body) throw new Error(`Page not found: ${href}`)
  next = body.innerHTML
}

/** Parses a document; scripts in it do not run. */
const toDocument = (html: string) => new DOMParser().parseFromString(html, 'text/html')
