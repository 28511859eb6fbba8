import type { PageData } from 'vitepress'
import { pageAddress } from '../site-links.ts'
import { escapeHtml } from '../theme/escape-html.ts'

/** Lists the addresses of pages, as https://www.sitemaps.org/protocol.html says. */
export function sitemapOf(site: string, pages: Pick<PageData, 'relativePath' | 'lastUpdated'>[]): string {
  const entries = pages.map(({ relativePath, lastUpdated }) => {
    const changed = lastUpdated ? `<lastmod>${new Date(lastUpdated).toISOString()}</lastmod>` : ''
    return `<url><loc>${escapeHtml(pageAddress(site, relativePath))}</loc>${changed}</url>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`
}
