type Wanted = { offset?: number, limit?: number }

/** Returns the page of a list that `offset` and `limit` select. @default the first ten items */
export function page<Item>(all: Item[], { offset = 0, limit = 10 }: Wanted) {
  return { data: all.slice(offset, offset + limit), offset, limit, total_count: all.length }
}

/**
 * Returns a page with three URLs: its own, that of the next page and that of the page before; empty if there is no such page.
 *
 * @param path path of the list
 * @param query the query of the request
 */
export function linkedPage<Item>(path: string, query: Wanted & object, all: Item[]) {
  const found = page(all, query)
  const { offset, limit } = found
  const link = (offset: number) => {
    const parameters = Object.entries({ ...query, offset }).map(([name, value]) => [name, String(value)])
    return `${path}?${new URLSearchParams(parameters).toString()}`
  }
  return {
    ...found,
    links: {
      next: offset + limit < all.length ? link(offset + limit) : '',
      prev: offset > 0 ? link(Math.max(0, offset - limit)) : '',
      self: link(offset),
    },
  }
}
