import type { HeadConfig, PageData, SiteData } from 'vitepress'
import { createTitle } from 'vitepress/dist/client/shared.js'
import { withoutProducts } from '../page/late-menu.ts'
import { loadEarly } from '../page/paint-first.ts'
import { escapeHtml } from '../theme/escape-html.ts'

/** What a document has of its own. */
export interface DocumentParts {
  data: PageData
  content: string
  /** Tags for the head. */
  tags: HeadConfig[]
  /** Addresses of the modules that it loads. */
  preloads: string[]
}

/**
 * Fills the document of a page.
 * @param frame the document of VitePress that has none of these parts
 * @throws if VitePress no longer writes it as it did
 */
export function fillDocument(
  frame: string, site: SiteData, { data, content, tags, preloads }: DocumentParts,
): string {
  const description = data.description || site.description
  const replace = (html: string, [place, part]: [RegExp, string]) => {
    if (!place.test(html)) throw new Error(`VitePress no longer writes ${place} into its documents`)
    return html.replace(place, () => part)
  }
  const parts: [RegExp, string][] = [
    [/<title>[^<]*<\/title>/, `<title>${escapeHtml(createTitle(site, data))}</title>`],
    [/<meta name="description" content="[^"]*">/, `<meta name="description" content="${escapeHtml(description)}">`],
    [/ *<\/head>/, `${[...tags.map(toTag), ...preloads.map(address => loadEarly(escapeHtml(address)))].map(line => `    ${line}\n`).join('')}  </head>`],
    [/<div id="app"><\/div>/, `<div id="app">${content}</div>`],
  ]
  return withoutProducts(parts.reduce(replace, frame))
}

function toTag([name, attributes]: HeadConfig): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value ?? '')}"`).join('')
  return `<${name}${written}>`
}
