import { phpLiteral, toLiteral, typescriptLiteral } from '@wxpay-live/compiler/literals'
import type { JsonValue } from '@wxpay-live/compiler/model'
import type { RunnableLanguage } from '../../session/types.ts'
import { membersOf } from './members.ts'

const syntaxes = { php: phpLiteral, typescript: typescriptLiteral }

/**
 * Adds a member to a literal in the code.
 *
 * @param path of the member, such as `json.attach`
 * @returns the new code; undefined if the code has the member, or no literal on lines of its own to add it to
 */
export function insertMember(
  code: string, language: RunnableLanguage, path: string, value: JsonValue,
): string | undefined {
  const { keys, containers } = membersOf(code, language)
  const names = path.split('.')
  const name = names.pop()!
  const container = containers.get(names.join('.'))
  if (keys.has(path) || !container) return undefined
  const { close, end } = container
  const [indent] = /^[ \t]*/.exec(code.slice(code.lastIndexOf('\n', close) + 1))!
  const isOnOwnLine = code.slice(0, close).endsWith(`\n${indent}`)
  if (!isOnOwnLine) return undefined
  const separator = /[,{[(]/.test(code[end - 1]!) ? '' : ','
  const syntax = syntaxes[language]
  const member = `${indent}  ${syntax.key(name)}${toLiteral(value, syntax, `${indent}  `)},\n`
  return `${code.slice(0, end)}${separator}${code.slice(end, close - indent.length)}${member}${code.slice(close - indent.length)}`
}
