import { type ChangeObject, diffArrays } from 'diff'

/** A part of a text that is compared. */
export interface Piece {
  text: string
  /** `other`: the other text lacks it; `cut`: left out because both texts have it. */
  kind: 'same' | 'other' | 'cut'
}

/** Words, escapes, blanks and each other character. */
const tokens = /\\u[\da-f]{4}|\\.|%[\da-f]{2}|[\p{L}\p{N}_]+|\r?\n|[ \t]+|[^]/giu

/** Tokens that may differ; beyond that, the texts are taken to have nothing in common. */
const maxEditLength = 2000

/** Characters that are shown at either end of a long text that both have. */
const context = 120

/** Characters that are shown of a difference. */
const longest = 4000

/** Finds what two texts have in common, token by token. */
export function diffTokens(one: string, other: string): { one: Piece[], other: Piece[] } {
  const [first, second] = [one.match(tokens) ?? [], other.match(tokens) ?? []]
  const changes = diffArrays(first, second, { maxEditLength })
  if (!changes) return { one: shorten({ text: one, kind: 'other' }), other: shorten({ text: other, kind: 'other' }) }
  return {
    one: changes.filter(({ added }) => !added).flatMap(pieceOf),
    other: changes.filter(({ removed }) => !removed).flatMap(pieceOf),
  }
}

const pieceOf = ({ value, added, removed }: ChangeObject<string[]>): Piece[] =>
  shorten({ text: value.join(''), kind: added || removed ? 'other' : 'same' })

/** Leaves out the middle of a long text that both have, and the end of a long difference. */
function shorten({ text, kind }: Piece): Piece[] {
  if (kind === 'other') return [{ text: text.length > longest ? `${text.slice(0, longest)}…` : text, kind }]
  if (text.length <= 2 * context + 20) return [{ text, kind }]
  return [
    { text: text.slice(0, context), kind },
    { text: ` …${text.length - 2 * context} 个字符相同… `, kind: 'cut' },
    { text: text.slice(-context), kind },
  ]
}
