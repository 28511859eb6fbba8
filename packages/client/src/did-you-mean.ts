/** Suggests the known name that is nearest to an unknown one, ignoring case; `undefined` if no name is near. */
export function didYouMean(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined
  let limit = name.length / 3
  for (const other of known) {
    const distance = distanceOf(name.toLowerCase(), other.toLowerCase())
    if (distance <= limit) [best, limit] = [other, distance - 1]
  }
  return best && `did you mean ${best}?`
}

/** How many characters to insert, delete or replace (Levenshtein). */
function distanceOf(from: string, to: string): number {
  let row = [...to, ''].map((_, at) => at)
  for (const char of from) {
    let left = row[0]! + 1
    row = [left, ...row.slice(1).map((above, at) =>
      left = Math.min(left + 1, above + 1, row[at]! + Number(char !== to[at])))]
  }
  return row.at(-1)!
}
