import type { SearchOptions } from 'minisearch'
import { loadEach } from '../loading/load-each.ts'
import { combine, type Found } from './combine.ts'
import { correct } from './correct.ts'
import { matchingRow } from './matching-row.ts'
import { isName, readQuery } from './query.ts'
import { unpackRows, type FoundSection, type IndexPart, type PackedSection, type SearchIndex } from './search-files.ts'
import type { Row } from './section.ts'
import { withParts } from './with-parts.ts'

/** A section that is found. */
export interface Result {
  section: FoundSection
  /** The row that contains what the titles lack; undefined if the section as a whole is what the reader looks for. */
  row?: Row | undefined
  /** The first sentences of the section; empty if it begins with a table. */
  summary: string
  /** The words of the section that the query finds. */
  words: string[]
}

/** Most results. */
const most = 8

const searchOptions: SearchOptions = {
  boost: { title: 8, titles: 1, identifiers: 6, firstUses: 12, names: 3, others: 1 },
  prefix: word => isName(word) || word.length === 1,
}

/**
 * Creates the search over the files of `buildIndex`, which load as words need them, each once.
 * @param load returns the text of a file
 * @param synonyms words of the pages for what people say
 */
export function createSearch(
  load: (file: string) => Promise<string>, synonyms: Map<string, string[]>,
): (text: string) => Promise<Result[]> {
  const read = loadEach(async (file): Promise<unknown> => JSON.parse(await load(file)))
  const readIndex = () => read('index.json') as Promise<SearchIndex>
  const readPart = (file: string) => read(file) as Promise<IndexPart>
  const readSection = (file: string) => read(file) as Promise<PackedSection>
  const readNames = loadEach(async file => (await load(file)).split('\n'))

  return async (text) => {
    const index = await readIndex()
    const { version, continued } = index
    const partsOf = (words: string[]) => {
      const numbers = new Set(words.flatMap(word => partNumbers(index, word)))
      return Promise.all([...numbers].map(number => readPart(`${version}/part-${number}.json`)))
    }
    const query = readQuery(text, synonyms)
    const asked = [...query.words, ...query.compounds, ...query.synonyms.flat()]
    let parts = await partsOf(asked)
    const unknown = query.words.filter(word => !has(parts.flat(), word))
    const namesOf = (length: number) => readNames(`${version}/names-${length}.txt`)
    const corrected = await correct(unknown, index.longestName, namesOf)
    if (corrected.length) parts = [...new Set([...parts, ...await partsOf(corrected)])]

    const wanted = [...asked, ...corrected]
    const isWanted = (word: string) => wanted.some(beginning => word.startsWith(beginning))
    const search = withParts(index, parts.flat().filter(([word]) => isWanted(word)))
    const all = (words: string[]) => (
      search.search(words.join(' '), { ...searchOptions, prefix: false, combineWith: 'AND' })
    )
    const compound = query.compounds.map(word => all([word])).find(results => results.length)
    const found = combine(
      search.search([...query.words, ...corrected].join(' '), { ...searchOptions, combineWith: 'OR' }),
      [...compound ? [compound] : [], ...query.synonyms.map(all)],
      rankOf(index),
    )
    return Promise.all(firstPieces(found, continued).map(async ({ id, words }): Promise<Result> => {
      const section = await readSection(`${version}/section-${id}.json`)
      const rows = unpackRows(section.rows)
      const [first] = rows
      return {
        section,
        row: matchingRow(section, rows, wanted, words),
        summary: first?.name ? '' : first?.text ?? '',
        words,
      }
    }))
  }
}

/** A word and what the search completes it to are in these parts; names that begin alike may be in many more. */
function partNumbers({ parts }: SearchIndex, word: string): number[] {
  const numberOf = (end: string) => Math.max(0, parts.findLastIndex(first => first <= end))
  const from = numberOf(word)
  const isCompleted = isName(word) || word.length === 1
  const to = isCompleted ? Math.min(numberOf(`${word}\uffff`), from + 2) : from
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

const has = (entries: IndexPart, beginning: string) => entries.some(([word]) => word.startsWith(beginning))

/** The overview of a product is more than one of its operations, and the first products are the most used. */
function rankOf({ lengths, overviews }: SearchIndex): (id: number) => number {
  const double = new Set(overviews)
  return id => (2 - id / lengths.length) * (double.has(id) ? 2 : 1)
}

/** The best, one piece of each section. */
function firstPieces(found: Found[], continued: number[]): Found[] {
  const seen = new Set<number>()
  const best: Found[] = []
  for (const each of found) {
    let start = each.id
    while (continued.includes(start)) start--
    if (seen.has(start)) continue
    seen.add(start)
    if (best.push(each) === most) break
  }
  return best
}
