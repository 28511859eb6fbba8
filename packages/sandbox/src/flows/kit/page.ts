/** Returns the page of a list that `offset` and `limit` select. @default the first ten items */
export function page<Item>(all: Item[], { offset = 0, limit = 10 }: { offset?: number, limit?: number }) {
  return { data: all.slice(offset, offset + limit), offset, limit, total_count: all.length }
}
