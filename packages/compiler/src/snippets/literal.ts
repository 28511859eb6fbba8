import type { JsonValue } from '../model/index.ts'

/** The literal syntax of a language. */
export interface LiteralSyntax {
  string: (text: string) => string
  /** Writes the name of a member and the separator before its value. */
  key: (name: string) => string
  map: [open: string, close: string]
  emptyMap: string
}

/** Code that takes the place of a value. */
export class Code {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** Any JSON value, in which code can take the place of a value. */
export type Template = JsonValue | Code | Template[] | Templates

/** Templates by name: the members of an object, or the parameters of a query. */
export type Templates = { [name: string]: Template }

/** Writes a value as a literal: one member per line, with trailing commas. */
export function toLiteral(value: Template, syntax: LiteralSyntax, indent = ''): string {
  if (value instanceof Code) return value.text
  if (typeof value === 'string') return syntax.string(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const block = ([open, close]: [string, string], items: string[]) => {
    return [open, ...items.map(item => `${inner}${item},`), `${indent}${close}`].join('\n')
  }
  if (Array.isArray(value)) {
    return value.length ? block(['[', ']'], value.map(item => toLiteral(item, syntax, inner))) : '[]'
  }
  const entries = Object.entries(value)
  if (!entries.length) return syntax.emptyMap
  return block(syntax.map, entries.map(([name, item]) => syntax.key(name) + toLiteral(item, syntax, inner)))
}
