import { withBase } from 'vitepress'

/**
 * Returns the address of a page.
 * @param page path in the docs folder, without `.md`
 * @param anchor `id` on the page; empty for its top
 */
export function pageLink(page: string, anchor: string): string {
  const path = /(?:^|\/)index$/.test(page) ? page.slice(0, -'index'.length) : `${page}.html`
  return withBase(`/${encodeURI(path)}`) + (anchor && `#${encodeURIComponent(anchor)}`)
}
