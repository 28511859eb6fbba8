import MiniSearch, { type AsPlainObject } from 'minisearch'
import { options, type SearchDocument } from './options.ts'
import type { IndexPart, SearchIndex } from './search-files.ts'

/** Creates MiniSearch with the words of some parts of the index. */
export function withParts({ sections, lengths }: SearchIndex, words: IndexPart): MiniSearch<SearchDocument> {
  const count = sections.length
  const index: AsPlainObject['index'] = words.map(([word, fields]) => [
    word, Object.fromEntries(Object.entries(fields).map(([field, counts]) => [field, unpack(counts)])),
  ])
  return MiniSearch.loadJS<SearchDocument>({
    index,
    documentCount: count,
    nextId: count,
    documentIds: Object.fromEntries(sections.map((_, id) => [id, id])),
    fieldIds: Object.fromEntries(options.fields.map((field, id) => [field, id])),
    fieldLength: Object.fromEntries(lengths.map((all, id) => [id, all])),
    averageFieldLength: options.fields.map((_, field) => average(lengths.map(all => all[field] ?? 0))),
    storedFields: {},
    serializationVersion: 2,
  }, options)
}

const average = (all: number[]) => all.reduce((sum, each) => sum + each, 0) / all.length

/** Unpacks the pairs of a word: the distance to the section before and the count in it. */
function unpack(pairs: number[]): Record<string, number> {
  const counts: Record<string, number> = {}
  let id = 0
  for (let index = 0; index < pairs.length; index += 2) counts[id += pairs[index]!] = pairs[index + 1]!
  return counts
}
