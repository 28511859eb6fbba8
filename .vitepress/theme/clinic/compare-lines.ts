/** A part of a line. */
export interface Piece {
  text: string
  /** `other`: it differs from the other string; `cut`: left out because both strings have it. */
  kind: 'same' | 'other' | 'cut'
}

/** Two lines of the strings; one is `undefined` if the other string has no such line. */
export interface LinePair {
  right: Piece[] | undefined
  wrong: Piece[] | undefined
}

/** Characters that are shown at either end of a long text that both strings have. */
const context = 120

/** Lines that are compared one by one; the rest is one piece. */
const maxLines = 100

/** Compares two strings to sign line by line. */
export function compareLines(expected: string, signed: string): LinePair[] {
  const [right, wrong] = [linesOf(expected), linesOf(signed)]
  const count = Math.max(right.length, wrong.length)
  return Array.from({ length: count }, (_, index) => comparePair(right[index], wrong[index]))
}

/** Returns the position of the first byte in which two strings differ, from 1, in UTF-8. */
export function firstDifference(one: string, other: string): number {
  return new TextEncoder().encode(one.slice(0, sharedStart(one, other))).length + 1
}

function linesOf(text: string): string[] {
  const lines = text.split(/(?<=\n)/)
  return lines.length > maxLines ? [...lines.slice(0, maxLines), lines.slice(maxLines).join('')] : lines
}

function comparePair(right: string | undefined, wrong: string | undefined): LinePair {
  if (right === undefined || wrong === undefined) {
    return { right: whole(right), wrong: whole(wrong) }
  }
  const start = sharedStart(right, wrong)
  const end = sharedStart(reverse(right.slice(start)), reverse(wrong.slice(start)))
  const pieces = (line: string): Piece[] => [
    ...shorten(line.slice(0, start)),
    { text: limit(line.slice(start, line.length - end)), kind: 'other' },
    ...shorten(line.slice(line.length - end)),
  ]
  return { right: pieces(right).filter(({ text }) => text), wrong: pieces(wrong).filter(({ text }) => text) }
}

const whole = (text: string | undefined): Piece[] | undefined =>
  text === undefined ? undefined : [{ text: limit(text), kind: 'other' }]

/** Leaves out the middle of a long text that both strings have. */
function shorten(text: string): Piece[] {
  if (text.length <= 2 * context + 20) return [{ text, kind: 'same' }]
  return [
    { text: text.slice(0, context), kind: 'same' },
    { text: ` …${text.length - 2 * context} 个字符相同… `, kind: 'cut' },
    { text: text.slice(-context), kind: 'same' },
  ]
}

/** Characters that are shown of a difference. */
const longest = 4000

const limit = (text: string) => text.length > longest ? `${text.slice(0, longest)}…` : text

/** The length of the common beginning, without half of a surrogate pair. */
function sharedStart(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return /[\ud800-\udbff]/.test(one[length - 1] ?? '') ? length - 1 : length
}

const reverse = (text: string) => Array.from(text).reverse().join('')

/** Makes line ends, tabs, blanks that look like others and byte order marks visible. */
export const showEnds = (text: string): string => text
  .replaceAll('\r', '⟨CR⟩').replaceAll('\n', '⏎').replaceAll('\t', '⟨TAB⟩').replaceAll('\u00a0', '⟨NBSP⟩').replaceAll('\ufeff', '⟨BOM⟩')
