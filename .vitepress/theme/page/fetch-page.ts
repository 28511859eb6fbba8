import { bodyAttribute } from './body.ts'
import { moduleHashes } from './module-hashes.ts'

/** What the document of a page says. */
export interface FetchedPage {
  body: string
  /** The hashes in the names of its module, by the page's name. */
  hashes: Record<string, string>
}

/**
 * Fetches the document of a page.
 * @throws if the page does not exist, or cannot be fetched
 */
export async function fetchPage(href: string): Promise<FetchedPage> {
  const response = await fetch(href)
  // Scripts in it do not run.
  const page = response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : undefined
  const body = page?.querySelector(`[${bodyAttribute}]`)
  if (!page || !body) throw new Error(`Page not found: ${href}`)
  return { body: body.innerHTML, hashes: moduleHashes(page) }
}
