import MiniSearch, { type AsPlainObject } from 'minisearch'
import { options, type SearchDocument } from './options.ts'
import type { IndexPart, SearchIndex } from './search-files.ts'

/** Creates MiniSearch with some words of the index, and only the sections that contain one of them. */
export function withParts({ lengths }: SearchIndex, words: IndexPart): MiniSearch<SearchDocument> {
  const documentIds: Record<string, number> = {}
  const fieldLength: Record<string, number[]> = {}

  /** Unpacks the pairs of a word: the distance to the section before and the count in it. */
  function unpack(pairs: number[]): Record<string, number> {
    const counts: Record<string, number> = {}
    let id = 0
    for (let index = 0; index < pairs.length; index += 2) {
      counts[id += pairs[index]!] = pairs[index + 1]!
      documentIds[id] = id
      fieldLength[id] = lengths[id]!
    }
    return counts
  }

  const index: AsPlainObject['index'] = words.map(([word, fields]) => [
    word, Object.fromEntries(Object.entries(fields).map(([field, counts]) => [field, unpack(counts)])),
  ])
  return MiniSearch.loadJS<SearchDocument>({
    index,
    documentIds,
    fieldLength,
    documentCount: lengths.length,
    nextId: lengths.length,
    fieldIds: Object.fromEntries(options.fields.map((field, id) => [field, id])),
    averageFieldLength: averages(lengths),
    storedFields: {},
    serializationVersion: 2,
  }, options)
}

function averages(lengths: number[][]): number[] {
  const sums = options.fields.map(() => 0)
  for (const each of lengths) each.forEach((length, field) => { sums[field]! += length })
  return sums.map(sum => sum / lengths.length)
}
