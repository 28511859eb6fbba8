/** A product of the menu. Facts know none: operations are grouped by the first segments of their path. */
export interface Product {
  name: string
  /** Name of its page below `product/`. */
  slug: string
}

/** Groups above this size are divided by the next segment of the path. */
const limit = 40

/** Returns the product of each page, given the locations of all pages, such as `v3/marketing/favor/stocks`. */
export function toProducts(pages: string[]): Map<string, Product> {
  const products = new Map<string, Product>()
  divide(pages, 1)
  return products

  function divide(pages: string[], depth: number) {
    for (const [prefix, members] of Map.groupBy(pages, page => segmentsOf(page).slice(0, depth).join('/'))) {
      const isDivisible = members.length > limit && members.every(page => segmentsOf(page).length > depth)
      if (isDivisible) divide(members, depth + 1)
      else for (const page of members) products.set(page, { name: prefix, slug: slugOf(prefix) })
    }
  }
}

/** The segments of a page's location after the version. */
function segmentsOf(page: string): string[] {
  return page.split('/').filter(segment => segment !== 'v3')
}

function slugOf(prefix: string): string {
  return prefix.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
