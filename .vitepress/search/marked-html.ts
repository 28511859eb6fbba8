import { escapeHtml } from '../theme/escape-html.ts'
import { tokenizeWithParts } from './tokenize.ts'

/** Returns a text as HTML with the words marked that were found in it. */
export function markedHtml(text: string, found: string[]): string {
  const words = new Set(found)
  let html = ''
  let isMarked = false
  const add = (piece: string, isFound: boolean) => {
    if (isFound !== isMarked) html += isFound ? '<mark>' : '</mark>'
    isMarked = isFound
    html += piece
  }
  for (const run of text.match(/\p{Script=Han}+|[\w.-]+|[^\p{Script=Han}\w.-]+/gu) ?? []) {
    if (!/\p{Script=Han}/u.test(run)) add(escapeHtml(run), tokenizeWithParts(run).some(word => words.has(word)))
    else for (const [index, character] of [...run].entries()) {
      const pairs = [run.slice(index - 1, index + 1), run.slice(index, index + 2)]
      add(character, [...pairs, character].some(word => words.has(word)))
    }
  }
  return isMarked ? `${html}</mark>` : html
}
