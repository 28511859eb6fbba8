import type { PageSummary } from '@wxpay-live/compiler'
import type { MarkdownRenderer } from 'vitepress'
import { escapeHtml } from '../theme/escape-html.ts'
import { htmlBlock } from './html-block.ts'

/** Fills `<ProductList />` with the overviews of the products, sorted by `order`. */
export function productsPlugin(md: MarkdownRenderer, pages: PageSummary[], base: string): void {
  const products = pages
    .filter(({ page }) => page.startsWith('product/'))
    .toSorted((a, b) => Number(a.frontmatter.order) - Number(b.frontmatter.order))
  const list = products.map(({ page, frontmatter: { product, description } }) => (
    `<dt><a href="${base}${page}.html">${escapeHtml(String(product))}</a></dt><dd>${escapeHtml(String(description))}</dd>`
  ))
  md.core.ruler.push('products', (state) => {
    for (const [index, { type, content }] of state.tokens.entries()) {
      if (type !== 'html_block' || content.trim() !== '<ProductList />') continue
      state.tokens[index] = htmlBlock(state, `<dl class="product-list">${list.join('')}</dl>\n`)
    }
  })
}
