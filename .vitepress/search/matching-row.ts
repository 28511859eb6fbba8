import type { FoundSection } from './search-files.ts'
import type { Row } from './section.ts'
import { joined, tokenize, tokenizeWithParts } from './tokenize.ts'

/** A row that has a word of the query as its name, and a word in the name of a row, say more than one in its text. */
const weights = { isName: 10, inName: 3 }

/**
 * Returns the row that contains most of what the titles and the path of its section lack, the first of several.
 * @param asked words of the query and their synonyms
 * @param found words of the section that these find
 */
export function matchingRow(
  { titles, path = '' }: FoundSection, rows: Row[], asked: string[], found: string[],
): Row | undefined {
  const known = new Set([...titles, path].flatMap(tokenizeWithParts))
  const words = new Set(found.filter(word => !known.has(word)))
  const count = (text: string) => tokenizeWithParts(text).filter(word => words.has(word)).length
  const beginnings = [...words].map(word => joined(word.split('{')[0]!))
  let best: Row | undefined
  let most = 0
  for (const row of rows) {
    // Most rows have none of the words: to see that costs less than to split them.
    const text = joined(row.name + row.text)
    if (!beginnings.some(beginning => text.includes(beginning))) continue
    const isName = tokenize(row.name).some(word => asked.includes(word) && words.has(word))
    const score = Number(isName) * weights.isName + count(row.name) * weights.inName + count(row.text)
    if (score <= most) continue
    most = score
    best = row
  }
  return best
}
