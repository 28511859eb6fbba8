import type { Row } from './section.ts'

/** Folder of the files, below the site's base. */
export const searchFolder = 'assets/search/'

/** What the browser loads before its first search: about the sections, by their position in the order of the menus. */
export interface SearchIndex {
  /** Folder of the other files, below this one. */
  version: string
  /** The words of each field of each section. */
  lengths: number[][]
  /** The overviews of products. */
  overviews: number[]
  /** Pieces of a long table that continue the section before. */
  continued: number[]
  /** The first word of each part; sorted. */
  parts: string[]
  /** Length of the longest name. */
  longestName: number
}

/** A section without its rows: what a result shows of it. */
export interface FoundSection {
  /** Path in the docs folder, without `.md`. */
  page: string
  anchor: string
  /** From the outermost to the own. */
  titles: string[]
  method?: string
  path?: string
}

/** Some words with the sections that contain them: by field, pairs of the distance to the last section and a count. */
export type IndexPart = [word: string, fields: Record<string, number[]>][]

/** A section with its rows. An anchor that is absent is that of the row before. */
export type PackedSection = FoundSection & { rows: [name: string, text: string, anchor?: string][] }

/** Packs rows for a file. */
export function packRows(rows: Row[]): PackedSection['rows'] {
  let last: string | undefined
  return rows.map(({ name, text, anchor }) => {
    const isSame = anchor === last
    last = anchor
    return isSame ? [name, text] : [name, text, anchor]
  })
}

/** Unpacks {@link packRows}. */
export function unpackRows(rows: PackedSection['rows']): Row[] {
  let last = ''
  return rows.map(([name, text, anchor = last]) => ({ name, text, anchor: last = anchor }))
}
