/** Characters shown of a line around the first difference. */
const width = 72

/** Shows two strings to sign line by line, with their ends visible, and a mark below the first difference. */
export function compareStrings(expected: string, signed: string): string {
  const [right, wrong] = [linesOf(expected), linesOf(signed)]
  const count = Math.max(right.length, wrong.length)
  const rows = Array.from({ length: count }, (_, index) => compareLines(index + 1, right[index] ?? '', wrong[index] ?? ''))
  return [`应签名的串（+）与签名时的串（-），从第 ${differs(expected, signed) + 1} 个字符起不同：`, ...rows].join('\n')
}

const linesOf = (text: string) => text.split(/(?<=\n)/).map(showEnds)

/** Makes line ends, tabs and byte order marks visible. */
export const showEnds = (text: string) =>
  text.replaceAll('\r', '␍').replaceAll('\n', '⏎').replaceAll('\t', '␉').replaceAll('\ufeff', '⟨BOM⟩')

function compareLines(number: number, right: string, wrong: string): string {
  if (right === wrong) return `  ${number}   ${cut(right, 0)}`
  const at = differs(right, wrong)
  const start = Math.max(0, at - width / 2)
  const mark = columns(cut(right, start).slice(0, at - start + (start ? 1 : 0)))
  return [`  ${number} + ${cut(right, start)}`, `  ${number} - ${cut(wrong, start)}`, `      ${' '.repeat(mark)}^`].join('\n')
}

/** Index of the first character that differs. */
function differs(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}

const cut = (line: string, start: number) =>
  `${start ? '…' : ''}${line.slice(start, start + width)}${line.length > start + width ? '…' : ''}`

/** Columns that a terminal needs: Chinese characters take two. */
const columns = (text: string) => Array.from(text, character => /[\u1100-\uffff]/.test(character) && character !== '…' ? 2 : 1)
  .reduce((sum: number, width) => sum + width, 0)
