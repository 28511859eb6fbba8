/** The part of a document that is read. */
interface LinkedPage {
  querySelectorAll: (selector: string) => Iterable<{ getAttribute: (name: string) => string | null }>
}

/**
 * Returns the hash in the name of a page's module, by the page's name as VitePress writes it. The document of a page names its
 * module, so no page needs the names of all. The built site also runs this before VitePress, without anything around it.
 */
export function moduleHashes(page: LinkedPage): Record<string, string> {
  const links = Array.from(page.querySelectorAll('link[href$=".lean.js"]'), link => link.getAttribute('href') ?? '')
  return Object.fromEntries(links.flatMap((href) => {
    const [, name, hash] = /([^/]+\.md)\.([^.]+)\.lean\.js$/.exec(decodeURIComponent(href)) ?? []
    return name && hash ? [[name.toLowerCase(), hash]] : []
  }))
}
