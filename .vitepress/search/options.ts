import type { Options } from 'minisearch'

/** A section as MiniSearch indexes it: the words of each field, with spaces between them. */
export interface SearchDocument {
  /** Position in the order of the menus. */
  id: number
  /** The own title. */
  title: string
  /** The titles above: the product, the page. */
  titles: string
  /** What readers paste: method and path, or an event type. */
  identifiers: string
  /** Fields and error codes that no section before has. */
  firstUses: string
  /** What readers look for: fields of the request, error codes, the description of the page. */
  names: string
  /** Everything else. */
  others: string
}

/** How the index is made and read. Words were split before. */
export const options = {
  fields: ['title', 'titles', 'identifiers', 'firstUses', 'names', 'others'],
  tokenize: words => words.split(' '),
  processTerm: word => word,
} satisfies Options<SearchDocument>
