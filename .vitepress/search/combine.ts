import type { SearchResult } from 'minisearch'

/** A section, by its position in the index, with the words that a query finds in it. */
export interface Found {
  id: number
  words: string[]
}

interface Scored extends Found {
  /** Share of the best score, for the words of the query. */
  own: number
  /** The same for the synonym that fits best. */
  meant: number
}

/** What a synonym counts less than the one before it: of those that fit alike, the first is meant. */
const perSynonym = 0.01

/** A synonym counts more: it is what the reader means. */
const total = ({ own, meant }: Scored) => own + 2 * meant

/**
 * Sorts what the words of a query and their synonyms find, the best first.
 * @param synonyms what each of them finds, the most likely first
 * @param boost factor of a section
 */
export function combine(
  words: SearchResult[], synonyms: SearchResult[][], boost: (id: number) => number,
): Found[] {
  const found = new Map<number, Scored>()
  for (const [index, results] of [words, ...synonyms].entries()) {
    const best = results[0]?.score ?? 1
    for (const { id, score, terms } of results) {
      const section: Scored = found.get(id) ?? { id, own: 0, meant: 0, words: [] }
      found.set(id, section)
      const share = boost(id) * score / best
      if (results === words) section.own = share
      else section.meant = Math.max(section.meant, share * (1 - index * perSynonym))
      section.words.push(...terms)
    }
  }
  return [...found.values()].sort((a, b) => total(b) - total(a))
}
