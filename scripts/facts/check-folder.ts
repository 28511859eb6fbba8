import { readFileSync } from 'node:fs'
import { type CompiledFolder, fieldsOf, withMembers } from '@wxpay-live/compiler'
import type { Field } from '@wxpay-live/compiler/model'
import { checkField, vocabularyOf } from './check-field.ts'
import { checkSource } from './check-source.ts'

/** Something that our own pages must not say, and where. */
export interface Refused {
  file: string
  /** 1-based. */
  line: number
  message: string
}

/** Names what is wrong with our own pages, whatever the facts are; a page as the source site writes it is exempt. */
export function checkFolder({ compiled }: Pick<CompiledFolder, 'compiled'>): Refused[] {
  return compiled.flatMap(({ file, operations, notification, lines }) => {
    if (operations.some(({ example }) => example?.tabs.length)) return []
    const tables = operations.map(({ operation }) => fieldsOf(operation))
    const { resource = [], alternatives = [] } = notification ?? {}
    const forms: Field[][] = [...tables, resource, ...alternatives]
    const rows = forms.flatMap((fields) => {
      const vocabulary = vocabularyOf(fields)
      return withMembers(fields).flatMap(field => checkField(field, vocabulary).map((message): Refused => {
        return { file, line: lines.get(field) ?? 1, message: `${field.name}: ${message}` }
      }))
    })
    const isReference = operations.length > 0 || notification !== undefined
    const texts = isReference ? checkSource(readFileSync(file, 'utf8')) : []
    return [...rows, ...texts.map(problem => ({ file, ...problem }))]
  })
}

/** Formats a refusal as one line. */
export const formatRefused = ({ file, line, message }: Refused) => `${file}:${line}: ${message}`
