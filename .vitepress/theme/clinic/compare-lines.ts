import { diffTokens, type Piece } from './diff-tokens.ts'

/** Two lines of the strings; one is `undefined` if the other string has no such line. */
export interface LinePair {
  right: Piece[] | undefined
  wrong: Piece[] | undefined
}

/**
 * Compares two strings to sign line by line.
 *
 * @param count lines of such a string; the last one is the body, which may have line ends of its own
 */
export function compareLines(expected: string, signed: string, count: number): LinePair[] {
  const [right, wrong] = [linesOf(expected, count), linesOf(signed, count)]
  const length = Math.max(right.length, wrong.length)
  return Array.from({ length }, (_, index) => comparePair(right[index], wrong[index]))
}

/** Returns the position of the first byte in which two strings differ, from 1, in UTF-8. */
export function firstDifference(one: string, other: string): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  const isHalf = /[\ud800-\udbff]/.test(one[length - 1] ?? '')
  return new TextEncoder().encode(one.slice(0, isHalf ? length - 1 : length)).length + 1
}

function linesOf(text: string, count: number): string[] {
  const lines = text.split(/(?<=\n)/)
  return lines.length > count ? [...lines.slice(0, count - 1), lines.slice(count - 1).join('')] : lines
}

function comparePair(right: string | undefined, wrong: string | undefined): LinePair {
  if (right !== undefined && wrong !== undefined) {
    const { one, other } = diffTokens(right, wrong)
    return { right: one, wrong: other }
  }
  return { right: whole(right), wrong: whole(wrong) }
}

const whole = (text: string | undefined): Piece[] | undefined =>
  text === undefined ? undefined : [{ text, kind: 'other' }]

/** Makes line ends, tabs, blanks that look like others and byte order marks visible. */
export const showEnds = (text: string): string => text
  .replaceAll('\r', '⟨CR⟩').replaceAll('\n', '⏎\n').replace(/⏎\n$/, '⏎')
  .replaceAll('\t', '⟨TAB⟩').replaceAll('\u00a0', '⟨NBSP⟩').replaceAll('\ufeff', '⟨BOM⟩')
