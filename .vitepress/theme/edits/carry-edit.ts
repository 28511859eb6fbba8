/** A run of lines that two texts have in common. */
interface Block {
  start: number
  end: number
  /** What to add to a line number of the first text for that of the second. */
  shift: number
}

/**
 * Carries an edit from one style of an example to another, if it changes only lines that both styles have: those of the request.
 *
 * @param from the example in the edited style, before the edit
 * @param to the example in the other style
 * @returns the other style with the edit; undefined if the edit also changes other lines
 */
export function carryEdit(edited: string, from: string, to: string): string | undefined {
  if (edited === from) return to
  const [lines, before, after] = [edited, from, to].map(text => text.split('\n')) as [string[], string[], string[]]
  const { start, end, shift } = longestBlock(before, after)
  const shorter = Math.min(lines.length, before.length)
  let head = 0
  while (head < shorter && lines[head] === before[head]) head++
  let tail = 0
  while (tail < shorter - head && lines.at(-1 - tail) === before.at(-1 - tail)) tail++
  if (head < start || before.length - tail > end) return undefined
  const changed = lines.slice(start, lines.length - (before.length - end))
  return [...after.slice(0, start + shift), ...changed, ...after.slice(end + shift)].join('\n')
}

/** Finds the longest run of lines that two texts have in common. */
function longestBlock(before: string[], after: string[]): Block {
  let longest: Block = { start: 0, end: 0, shift: 0 }
  for (let shift = -before.length; shift <= after.length; shift++) {
    let start = 0
    for (let line = 0; line <= before.length; line++) {
      const isSame = line < before.length && before[line] === after[line + shift]
      if (!isSame) start = line + 1
      else if (line + 1 - start > longest.end - longest.start) longest = { start, end: line + 1, shift }
    }
  }
  return longest
}
