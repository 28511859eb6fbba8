/** A part of a text that is compared. */
export interface Piece {
  text: string
  /** `other`: the other text lacks it; `cut`: left out because both texts have it. */
  kind: 'same' | 'other' | 'cut'
}

/** Words, escapes, blanks and each other character. */
const tokens = /\\u[\da-f]{4}|\\.|%[\da-f]{2}|[\p{L}\p{N}_]+|\r?\n|[ \t]+|[^]/giu

/** Products of token counts up to which the longest common part is looked for. */
const maxProduct = 4_000_000

/** Characters that are shown at either end of a long text that both have. */
const context = 120

/** Characters that are shown of a difference. */
const longest = 4000

/** Finds what two texts have in common, token by token. */
export function diffTokens(one: string, other: string): { one: Piece[], other: Piece[] } {
  const [first, second] = [one.match(tokens) ?? [], other.match(tokens) ?? []]
  const isSame = commonOf(first, second)
  return { one: piecesOf(first, isSame.one), other: piecesOf(second, isSame.other) }
}

/** Marks the tokens that both texts have: the common start and end, and the longest common part between them. */
function commonOf(first: string[], second: string[]) {
  const one = new Set<number>()
  const other = new Set<number>()
  let start = 0
  while (start < first.length && first[start] === second[start]) {
    one.add(start)
    other.add(start++)
  }
  let [end, otherEnd] = [first.length, second.length]
  while (end > start && otherEnd > start && first[end - 1] === second[otherEnd - 1]) {
    one.add(--end)
    other.add(--otherEnd)
  }
  for (const [a, b] of longestCommon(first.slice(start, end), second.slice(start, otherEnd))) {
    one.add(start + a)
    other.add(start + b)
  }
  return { one, other }
}

/** Returns the pairs of positions of the longest common subsequence; none if the texts are too long to look for it. */
function longestCommon(first: string[], second: string[]): [number, number][] {
  if (first.length * second.length > maxProduct) return []
  const width = second.length + 1
  const lengths = new Uint16Array((first.length + 1) * width)
  const at = (a: number, b: number) => lengths[a * width + b]!
  for (let a = first.length - 1; a >= 0; a--) {
    for (let b = second.length - 1; b >= 0; b--) {
      const longer = Math.max(at(a + 1, b), at(a, b + 1))
      lengths[a * width + b] = first[a] === second[b] ? at(a + 1, b + 1) + 1 : longer
    }
  }
  const pairs: [number, number][] = []
  for (let a = 0, b = 0; a < first.length && b < second.length;) {
    if (first[a] === second[b]) pairs.push([a++, b++])
    else if (at(a + 1, b) >= at(a, b + 1)) a++
    else b++
  }
  return pairs
}

function piecesOf(texts: string[], same: Set<number>): Piece[] {
  const pieces: Piece[] = []
  for (const [index, text] of texts.entries()) {
    const kind = same.has(index) ? 'same' : 'other'
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ text, kind })
  }
  return pieces.flatMap(shorten)
}

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
