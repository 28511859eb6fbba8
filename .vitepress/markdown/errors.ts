import { closeOf, findErrorTables, type CompiledOperation } from '@wxpay-live/compiler'
import type { ErrorCode } from '@wxpay-live/compiler/model'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'

/**
 * Marks the error tables of a page, and adds the error codes of every operation to its last operation: below that one's
 * table, or with a heading above its links.
 */
export function addCommonErrors(
  { md, env, tokens }: StateCore, operations: CompiledOperation[], common: ErrorCode[],
): void {
  const own = findErrorTables(tokens)
  for (const index of own) tokens[index]!.attrJoin('class', 'error-table')
  const last = operations.at(-1)
  const codesOf = ({ operation: { errors = [] } }: CompiledOperation) => errors.map(({ code }) => code)
  const rows = common.filter(({ code }) => !operations.every(found => codesOf(found).includes(code)))
  if (!last || !rows.length) return
  const table = own.find(index => index > last.heading)
  const level = Number(tokens[last.heading]!.tag.slice(1))
  const heading = table === undefined ? `${'#'.repeat(level + 1)} 错误码\n\n` : ''
  const position = table === undefined ? endOf(tokens, last.heading) : closeOf(tokens, table) + 1
  const added = md.parse(heading + toMarkdown(rows), { ...env })
  added.find(({ type }) => type === 'table_open')?.attrSet('data-common', '')
  tokens.splice(position, 0, ...added)
}

/** Index of the first paragraph of links below a heading; the end of the page without one. */
function endOf(tokens: Token[], heading: number): number {
  const links = tokens.findIndex(({ type }, index) => (
    index > heading && type === 'paragraph_open' && tokens[index + 1]?.content.startsWith('参阅')
  ))
  return links < 0 ? tokens.length : links
}

function toMarkdown(errors: ErrorCode[]): string {
  const rows = errors.map(({ status, code, meaning, remedy }) => `| ${status} | ${code} | ${meaning} | ${remedy}`)
  return [
    '[所有接口共有的错误码](/guide/errors)：', '',
    '| 状态码 | 错误码 | 含义 | 怎么办', '| --- | --- | --- | ---', ...rows, '',
  ].join('\n')
}
