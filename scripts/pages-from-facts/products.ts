/** A product of the menu. Facts know none: operations are grouped by the first segments of their path. */
export interface Product {
  name: string
  /** Name of its page below `product/`. */
  slug: string
}

/** Groups above this size are divided by the next segment of the path. */
const limit = 40

/** As many groups are products, the largest; the others are thrown together. WeChat Pay has some sixty products. */
const most = 20

/** Returns the product of each page, given the locations of all pages, such as `v3/marketing/favor/stocks`. */
export function toProducts(pages: string[]): Map<string, Product> {
  const groups: [prefix: string, members: string[]][] = []
  divide(pages, 1)
  groups.sort(([, one], [, other]) => other.length - one.length)
  const products = groups.slice(0, most)
    .flatMap(([prefix, members]) => ofProduct({ name: prefix, slug: slugOf(prefix) }, members))
  const others = groups.slice(most).flatMap(([, members]) => members)
  return new Map([...products, ...others.flatMap((page, index) => {
    const number = 1 + Math.floor(index / limit)
    return ofProduct({ name: `其他 ${number}`, slug: `others-${number}` }, [page])
  })])

  function divide(pages: string[], depth: number) {
    for (const [prefix, members] of Map.groupBy(pages, page => segmentsOf(page).slice(0, depth).join('/'))) {
      const isDivisible = members.length > limit && members.every(page => segmentsOf(page).length > depth)
      if (isDivisible) divide(members, depth + 1)
      else groups.push([prefix, members])
    }
  }
}

function ofProduct(product: Product, pages: string[]): [page: string, product: Product][] {
  return pages.map(page => [page, product])
}

/** The segments of a page's location after the version. */
function segmentsOf(page: string): string[] {
  return page.split('/').filter(segment => segment !== 'v3')
}

function slugOf(prefix: string): string {
  return prefix.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
