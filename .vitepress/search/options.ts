import type { Options } from 'minisearch'

/** A section as MiniSearch searches it: the words of each field. */
export interface SearchDocument {
  /** The own title. */
  title: string[]
  /** The titles above: the product, the page. */
  titles: string[]
  /** What readers paste: method and path, or an event type. */
  identifiers: string[]
  /** Fields and error codes that no section before has. */
  firstUses: string[]
  /** What readers look for: fields of the request, error codes, the description of the page. */
  names: string[]
  /** Everything else. */
  others: string[]
}

/** How the index is read. Words were split before. */
export const options = {
  fields: ['title', 'titles', 'identifiers', 'firstUses', 'names', 'others'],
  tokenize: words => words.split(' '),
  processTerm: word => word,
} satisfies Options<SearchDocument> & { fields: (keyof SearchDocument)[] }
