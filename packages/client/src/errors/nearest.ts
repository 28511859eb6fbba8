/** The known name most like a wrong one, as a suggestion to append to an error; empty where none is alike. */
export function didYouMean(name: string, known: readonly string[]): string {
  const [best] = known
    .map(candidate => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= candidate.length / 2)
    .sort((a, b) => a.distance - b.distance)
  return best ? `; did you mean ${best.candidate}?` : ''
}

/** Levenshtein distance of the first 64 characters. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (const [at, character] of [...a.slice(0, 64)].entries()) {
    const next = [at + 1]
    for (let column = 1; column <= b.length; column++) {
      const replaced = row[column - 1]! + (character === b[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, row[column]! + 1, next[column - 1]! + 1))
    }
    row = next
  }
  return row[b.length]!
}
