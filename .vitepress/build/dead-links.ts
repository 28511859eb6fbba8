import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import type { MarkdownEnv } from 'vitepress'
import { treatAsHtml } from 'vitepress/dist/client/shared.js'

/**
 * Finds links to pages that do not exist.
 * @param source the text of the page
 * @param pages all pages, without `.md`
 * @param publicFolder of the site's other documents
 * @returns each with its place, as `file:line: link`
 */
export function findDeadLinks(
  env: MarkdownEnv, source: string, pages: ReadonlySet<string>, publicFolder: string,
): string[] {
  const { links = [], linkLines = [], content = '', path, relativePath } = env
  const above = source.endsWith(content) ? source.slice(0, source.length - content.length).split('\n').length - 1 : 0
  return links.flatMap((link, index) => {
    const { pathname } = new URL(link, 'http://a.com')
    if (!treatAsHtml(pathname)) return []
    const target = link.replace(/[?#].*$/, '').replace(/\.(?:html|md)$/, '').replace(/\/$/, '/index')
    const page = decodeURIComponent(target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(relativePath), target))
    if (pages.has(page) || existsSync(`${publicFolder}/${page}.html`)) return []
    const line = linkLines[index]
    return [`${path}${typeof line === 'number' ? `:${line + above}` : ''}: ${link}`]
  })
}
