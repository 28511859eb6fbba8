import type { GrammarState } from 'shiki'
import { extendRuns, type Run } from '../theme/runs.ts'

/** The runs of a line, each of one token, and what the grammar is in after it. */
export interface TokenizedLine {
  runs: Run[]
  state: GrammarState
}

/** Splits a line into tokens, beginning with what the grammar is in before it. */
export type TokenizeLine = (line: string, before: GrammarState) => TokenizedLine

/** What the grammar is in where a line begins, and the lines that began there. */
interface Place {
  state: GrammarState
  lines: Map<string, { runs: Run[], next: Place }>
}

/** How many different lines are kept: those of a few hundred pages. */
const maxKept = 50_000

/**
 * Highlights code line by line, each line once for each place in the grammar: programs of one language have most lines in common.
 * @param start what the grammar is in before the first line
 */
export function highlightLines(start: GrammarState, tokenize: TokenizeLine): (code: string) => Run[] {
  let places: Place[] = []
  let kept = 0

  function placeOf(state: GrammarState): Place {
    const known = places.find(place => isSame(place.state, state))
    if (known) return known
    const place = { state, lines: new Map() }
    places.push(place)
    return place
  }

  function read(line: string, place: Place) {
    const { runs, state } = tokenize(line, place.state)
    const result = { runs, next: placeOf(state) }
    place.lines.set(line, result)
    kept++
    return result
  }

  return (code) => {
    if (kept > maxKept) [places, kept] = [[], 0]
    const runs: Run[] = []
    let place = placeOf(start)
    for (const part of code.split(/(\r?\n)/)) {
      if (!part.trim()) {
        extendRuns(runs, part, undefined)
        continue
      }
      const line = place.lines.get(part) ?? read(part, place)
      for (const [text, style] of line.runs) extendRuns(runs, text, style)
      place = line.next
    }
    return runs
  }
}

function isSame(a: GrammarState, b: GrammarState): boolean {
  const stack = b.getInternalStack()
  return stack !== undefined && a.getInternalStack()?.equals(stack) === true
}
