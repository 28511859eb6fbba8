import { createHash } from 'node:crypto'
import { countWords } from './count-words.ts'
import { shortestName } from './correct.ts'
import type { SearchDocument } from './options.ts'
import { isName } from './query.ts'
import { packRows, type FoundSection, type IndexPart, type PackedSection, type SearchIndex } from './search-files.ts'
import type { Section } from './section.ts'
import { tokenize, tokenizeWithParts } from './tokenize.ts'

/** A section of a page. */
export type PageSection = Section & { page: string }

/** Rows per piece of a long table of codes: a piece is small to load. */
const pieceLength = 80

/** Most characters of a part: about 2 KB when compressed. A word that alone has more is a part by itself. */
const partLength = 6_000

/**
 * Builds the files of the search: the index, its parts by the words they begin with, all names for words with a wrong
 * letter, the sections with their rows, and the pages.
 * @param sections in the order of the menus: the earlier of two equally good ones is found first
 */
export function buildIndex(sections: PageSection[]): Map<string, string> {
  const pieces = sections.flatMap(inPieces)
  const used = new Set<string>()
  const { entries, lengths } = countWords(pieces.map(piece => toDocument(piece, used)))
  const parts = inParts(entries)
  const names = entries.map(([word]) => word).filter(isName)
  const longestName = Math.max(...names.map(({ length }) => length))
  const found = pieces.map(toFound)
  const files = new Map([
    ...parts.map((part, number) => [`part-${number}.json`, JSON.stringify(part)] as const),
    ...pieces.map(({ rows }, number): [string, string] => {
      const section: PackedSection = { ...found[number]!, rows: packRows(rows) }
      return [`section-${number}.json`, JSON.stringify(section)]
    }),
    ...namesByLength(names, longestName),
  ])
  const hash = createHash('sha256')
  for (const file of files.values()) hash.update(file)
  const version = hash.digest('hex').slice(0, 8)
  const start: SearchIndex = {
    version,
    lengths,
    overviews: positions(pieces, ({ page, anchor }) => page.startsWith('product/') && !anchor),
    continued: positions(pieces, ({ page, anchor }, number) => (
      page === pieces[number - 1]?.page && anchor === pieces[number - 1]?.anchor
    )),
    parts: parts.map(([first]) => first?.[0] ?? ''),
    longestName,
  }
  return new Map([
    ['index.json', JSON.stringify(start)],
    ['pages.json', JSON.stringify(found.filter(({ page }, number) => page !== found[number - 1]?.page))],
    ...Array.from(files, ([name, content]) => [`${version}/${name}`, content] as const),
  ])
}

/** What a result shows of a section. */
const toFound = ({ page, anchor, titles, method, path }: PageSection): FoundSection => (
  { page, anchor, titles, ...(method !== undefined && { method }), ...(path !== undefined && { path }) }
)

/** The positions of the pieces that pass a test. */
const positions = <T>(pieces: T[], test: (piece: T, number: number) => boolean): number[] => (
  pieces.flatMap((piece, number) => test(piece, number) ? [number] : [])
)

/** All names of each length: a word with a wrong letter is about as long. */
function namesByLength(names: string[], longest: number): [file: string, names: string][] {
  return Array.from({ length: Math.max(0, longest - shortestName + 1) }, (_, index) => {
    const length = shortestName + index
    return [`names-${length}.txt`, names.filter(name => name.length === length).join('\n')]
  })
}

function inPieces(section: PageSection): PageSection[] {
  if (section.path !== undefined || section.rows.length <= pieceLength) return [section]
  return Array.from({ length: Math.ceil(section.rows.length / pieceLength) }, (_, piece) => (
    { ...section, rows: section.rows.slice(piece * pieceLength, (piece + 1) * pieceLength) }
  ))
}

/** @param used the fields and error codes of the sections before; gets those of this one */
function toDocument({ titles, method = '', path = '', rows }: PageSection, used: Set<string>): SearchDocument {
  const words = (...texts: string[]) => texts.flatMap(tokenizeWithParts)
  const main = rows.filter(({ isMain }) => isMain)
  // A guide explains codes, but fields only in passing.
  const wanted = method ? /^[A-Za-z][\w-]+$/ : /^[A-Z][A-Z\d]*_[A-Z\d_]+$/
  const own = main.map(({ name }) => name.split(' '))
    .filter(names => names.every(name => wanted.test(name))).flat()
  const firstUses = [...new Set(own)].filter(name => !used.has(name))
  for (const name of firstUses) used.add(name)
  return {
    title: words(titles.at(-1) ?? ''),
    titles: words(...titles.slice(0, -1)),
    identifiers: words(method, path, path.replace(/\{.*?\}|\//g, ' ')),
    firstUses: firstUses.flatMap(tokenize),
    names: words(...main.map(({ name, text }) => name || text)),
    others: words(...rows.flatMap(({ name, text, isMain }) => isMain ? name ? [text] : [] : [name, text])),
  }
}

function inParts(entries: IndexPart): IndexPart[] {
  const parts: IndexPart[] = []
  let length = Infinity
  for (const entry of entries) {
    const own = JSON.stringify(entry).length
    if (length + own > partLength) {
      parts.push([])
      length = 0
    }
    parts.at(-1)!.push(entry)
    length += own
  }
  return parts
}
