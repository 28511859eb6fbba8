/** What is wrong with a line of our own pages, by its pattern. */
const rules: [pattern: RegExp, message: string][] = [
  [/^\| *错误码 *\|/, 'the error table has no status: write 状态码 as its first column'],
  [/\[\d+\]\(https?:/, 'a link is labelled by a number: write what it leads to'],
]

/** Names what is wrong with the source of one of our own pages, and the 1-based lines. */
export function checkSource(source: string): { line: number, message: string }[] {
  return source.split('\n').flatMap((text, index) => (
    rules.flatMap(([pattern, message]) => pattern.test(text) ? { line: index + 1, message } : [])
  ))
}
