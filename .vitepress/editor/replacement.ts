/** A part of a text, and what takes its place. */
export interface Replacement {
  from: number
  to: number
  insert: string
}

/** Returns the smallest replacement that turns one text into another, so that a caret elsewhere stays; undefined if they are equal. */
export function replacement(before: string, after: string): Replacement | undefined {
  if (before === after) return undefined
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before[from] === after[from]) from++
  let same = 0
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) same++
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) }
}
