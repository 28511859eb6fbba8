import { phpLiteral, toLiteral, typescriptLiteral } from '@wxpay-live/compiler/literals'
import type { JsonValue } from '@wxpay-live/compiler/model'
import type { RunnableLanguage } from '../../session/types.ts'
import type { Container } from './members.ts'

const syntaxes = { php: phpLiteral, typescript: typescriptLiteral }

/** A part of a text, and what takes its place. */
export interface Insertion {
  from: number
  to: number
  insert: string
}

/** Adds a member at the end of a literal: on its own line, or on the line of the others. */
export function insertInto(
  code: string, language: RunnableLanguage, { close, end }: Container, name: string, value: JsonValue,
): Insertion {
  const [indent] = /^[ \t]*/.exec(code.slice(code.lastIndexOf('\n', close - 1) + 1))!
  const isFirst = /[{[(]$/.test(code.slice(0, end))
  const separator = isFirst || code[end - 1] === ',' ? '' : ','
  const syntax = syntaxes[language]
  const member = (indent: string) => syntax.key(name) + toLiteral(value, syntax, indent)
  if (code.slice(0, close).endsWith(`\n${indent}`)) {
    const line = close - indent.length
    return { from: end, to: line, insert: `${separator}${code.slice(end, line)}${indent}  ${member(`${indent}  `)},\n` }
  }
  const pad = language === 'php' ? '' : ' '
  const insert = isFirst ? `${pad}${member(indent)}${pad}` : `${separator} ${member(indent)}${code.slice(end, close)}`
  return { from: end, to: close, insert }
}
