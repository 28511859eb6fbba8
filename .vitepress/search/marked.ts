import { tokenizeWithParts } from './tokenize.ts'

/** A piece of text, and whether it is one of the words that were found. */
export interface MarkedText {
  text: string
  isFound: boolean
}

/** Splits a text at the words that were found in it. */
export function marked(text: string, found: string[]): MarkedText[] {
  const words = new Set(found)
  const pieces: MarkedText[] = []
  const add = (piece: string, isFound: boolean) => {
    const last = pieces.at(-1)
    if (last?.isFound === isFound) last.text += piece
    else if (piece) pieces.push({ text: piece, isFound })
  }
  for (const run of text.match(/\p{Script=Han}+|[\w.-]+|[^\p{Script=Han}\w.-]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) add(run, tokenizeWithParts(run).some(word => words.has(word)))
    else for (const [index, character] of [...run].entries()) {
      const pairs = [run.slice(index - 1, index + 1), run.slice(index, index + 2)]
      add(character, [...pairs, character].some(word => words.has(word)))
    }
  }
  return pieces
}
