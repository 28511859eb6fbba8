import type { JsonValue } from '@wxpay-live/compiler/model'
import type { RunnableLanguage } from '../../session/types.ts'
import { membersOf } from './members.ts'

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
  const key = language === 'php' || !/^[A-Za-z_$][\w$]*$/.test(name) ? quote(name) : name
  const member = `${indent}  ${key}${language === 'php' ? ' =>' : ':'} ${toLiteral(value, language, `${indent}  `)},\n`
  return `${code.slice(0, end)}${separator}${code.slice(end, close - indent.length)}${member}${code.slice(close - indent.length)}`
}

const quote = (text: string) => `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`

/** Writes a value over several lines if it has members. */
export function toLiteral(value: JsonValue, language: RunnableLanguage, indent = ''): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const isList = Array.isArray(value)
  const isPhp = language === 'php'
  const [opening, closing] = isList || isPhp ? '[]' : '{}'
  const inner = `${indent}  `
  const lines = Object.entries(value).map(([name, member]) => {
    const key = isPhp || !/^[A-Za-z_$][\w$]*$/.test(name) ? quote(name) : name
    return `${inner}${isList ? '' : `${key}${isPhp ? ' =>' : ':'} `}${toLiteral(member, language, inner)},\n`
  })
  return lines.length ? `${opening}\n${lines.join('')}${indent}${closing}` : `${opening}${closing}`
}
