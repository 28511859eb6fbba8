import { isName } from './query.ts'

/** Among shorter words one with another letter is another word. */
export const shortestName = 4

/** Most names that are taken for one word. */
const most = 5

/** Among longer words two letters may differ: that is what exchanged letters are. */
const longerName = 8

/**
 * Returns the names that differ least from a word, in one letter or two.
 * @param loadNames returns all names of a length
 */
export async function correct(
  words: string[], longestName: number, loadNames: (length: number) => Promise<string[]>,
): Promise<string[]> {
  const wrong = words.filter(isName)
    .filter(({ length }) => length >= shortestName && length <= longestName)
  if (!wrong.length) return []
  const { default: SearchableMap } = await import('minisearch/SearchableMap')
  const corrected = await Promise.all(wrong.map(async (word) => {
    const lengths = [-1, 0, 1].map(more => word.length + more)
      .filter(length => length >= shortestName && length <= longestName)
    const names = (await Promise.all(lengths.map(loadNames))).flat()
    const all = SearchableMap.from(names.map(name => [name, name] as const))
    const found = [...all.fuzzyGet(word, word.length < longerName ? 1 : 2).values()]
    const least = Math.min(...found.map(([, distance]) => distance))
    return found.filter(([, distance]) => distance === least).map(([name]) => name).slice(0, most)
  }))
  return corrected.flat()
}
