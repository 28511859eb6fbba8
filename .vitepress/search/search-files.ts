import type { Row } from './section.ts'

/** Folder of the files, below the site's base. */
export const searchFolder = 'assets/search/'

/** What the browser loads before its first search. */
export interface SearchIndex {
  /** Folder of the other files, below this one. */
  version: string
  /** The sections in the order of the menus: what a result shows. */
  sections: FoundSection[]
  /** The words of each field of each section. */
  lengths: number[][]
  /** The first word of each part; sorted. */
  parts: string[]
  /** Length of the longest name. */
  longestName: number
}

/** A section without its rows. */
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

/** The rows of a section, each as anchor, name and text. An anchor that is absent is that of the row before. */
export type SectionRows = [name: string, text: string, anchor?: string][]

/** Packs rows for a file. */
export function packRows(rows: Row[]): SectionRows {
  let last: string | undefined
  return rows.map(({ name, text, anchor }) => {
    const isSame = anchor === last
    last = anchor
    return isSame ? [name, text] : [name, text, anchor]
  })
}

/** Unpacks {@link packRows}. */
export function unpackRows(rows: SectionRows): Row[] {
  let last = ''
  return rows.map(([name, text, anchor = last]) => ({ name, text, anchor: last = anchor }))
}
