import type { SearchOptions } from 'minisearch'
import { combine } from './combine.ts'
import { correct } from './correct.ts'
import { matchingRow } from './matching-row.ts'
import { isName, readQuery } from './query.ts'
import { unpackRows, type FoundSection, type IndexPart, type SearchIndex, type SectionRows } from './search-files.ts'
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
  const readIndex = once<SearchIndex>(load, JSON.parse)
  const readPart = once<IndexPart>(load, JSON.parse)
  const readRows = once<SectionRows>(load, JSON.parse)
  const readNames = once(load, names => names.split('\n'))

  return async (text) => {
    const index = await readIndex('index.json')
    const { sections, version } = index
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

    const search = withParts(index, parts.flat())
    const all = (words: string[]) => (
      search.search(words.join(' '), { ...searchOptions, prefix: false, combineWith: 'AND' })
    )
    const compound = query.compounds.map(word => all([word])).find(results => results.length)
    const found = combine(
      search.search([...query.words, ...corrected].join(' '), { ...searchOptions, combineWith: 'OR' }),
      [...compound ? [compound] : [], ...query.synonyms.map(all)],
      id => rank(sections, id),
    )
    const seen = new Set<string>()
    const best = found.filter(({ id }) => {
      const { page, anchor } = sections[id]!
      const address = `${page}#${anchor}`
      return !seen.has(address) && seen.add(address)
    }).slice(0, most)
    return Promise.all(best.map(async ({ id, words }): Promise<Result> => {
      const rows = unpackRows(await readRows(`${version}/rows-${id}.json`))
      const [first] = rows
      return {
        section: sections[id]!,
        row: matchingRow(sections[id]!, rows, [...asked, ...corrected], words),
        summary: first?.name ? '' : first?.text ?? '',
        words,
      }
    }))
  }
}

/** Loads each file once; after a failure the next call tries again. */
function once<T>(
  load: (file: string) => Promise<string>, parse: (text: string) => T,
): (file: string) => Promise<T> {
  const files = new Map<string, Promise<T>>()
  return (file) => {
    const content = files.get(file) ?? load(file).then(parse)
    files.set(file, content)
    content.catch(() => files.delete(file))
    return content
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
function rank(sections: FoundSection[], id: number): number {
  const { page, anchor } = sections[id]!
  return (2 - id / sections.length) * (page.startsWith('product/') && !anchor ? 2 : 1)
}
