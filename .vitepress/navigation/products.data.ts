import { createContentLoader } from 'vitepress'

interface Product {
  name: string
  url: string
  description: string
}

declare const data: Product[]
export { data }

/** Loads the products from their overview pages, sorted by `order`. */
export default createContentLoader('product/*.md', {
  transform: pages => pages
    .toSorted((a, b) => a.frontmatter.order - b.frontmatter.order)
    .map(({ url, frontmatter: { product, description } }): Product => ({
      name: String(product), url, description: String(description),
    })),
})
