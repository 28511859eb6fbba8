import { options, type SearchDocument } from './options.ts'
import type { IndexPart } from './search-files.ts'

/** The words of all sections, sorted, and for each section how many different ones each field has. */
export interface WordCounts {
  entries: IndexPart
  lengths: number[][]
}

/** Counts the words of sections. */
export function countWords(sections: SearchDocument[]): WordCounts {
  const entries = new Map<string, Record<string, number[]>>()
  const lengths = sections.map((section, id) => options.fields.map((name, field) => {
    const counts = new Map<string, number>()
    for (const word of section[name]) counts.set(word, (counts.get(word) ?? 0) + 1)
    for (const [word, count] of counts) {
      const fields = entries.get(word) ?? {}
      entries.set(word, fields)
      const pairs = fields[field] ??= []
      pairs.push(id, count)
    }
    // MiniSearch gives an empty field this length too.
    return Math.max(1, counts.size)
  }))
  for (const fields of entries.values()) Object.values(fields).forEach(toDistances)
  return { entries: [...entries].sort(([a], [b]) => a < b ? -1 : 1), lengths }
}

/** Replaces the sections in pairs of a section and a count by their distance to the one before. */
function toDistances(pairs: number[]): void {
  for (let index = pairs.length - 2; index > 0; index -= 2) pairs[index]! -= pairs[index - 2]!
}
