import { createContentLoader } from 'vitepress'

interface Product {
  name: string
  url: string
  description: string
}

declare const data: Product[]
export { data }

/** The products of the reference, read from their overviews and in the order these give. */
export default createContentLoader('product/*.md', {
  transform: pages => pages
    .toSorted((a, b) => a.frontmatter.order - b.frontmatter.order)
    .map(({ url, frontmatter: { product, description } }): Product => ({
      name: String(product), url, description: String(description),
    })),
})
