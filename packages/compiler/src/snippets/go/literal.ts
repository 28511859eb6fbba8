import { Code, type Template, type Templates } from '../literal.ts'

/** A key or field and its value, both as code. */
export type Entry = [key: string, value: string]

/** Writes a value as a Go literal of any type, formatted as gofmt formats it. */
export function goLiteral(value: Template, indent: string): string {
  if (value instanceof Code) return value.text
  if (value === null) return 'nil'
  if (typeof value === 'string') return goString(value)
  if (typeof value !== 'object') return JSON.stringify(value)
  return Array.isArray(value) ? list(value, indent) : `map[string]any${members(value, indent)}`
}

/** Writes a string literal: raw if it would need escapes otherwise, such as JSON in a string. */
export function goString(text: string): string {
  const wellFormed = text.toWellFormed()
  if (/["\\]/.test(text) && !/[`\p{Cc}\uFEFF]/u.test(text)) return `\`${wellFormed}\``
  return JSON.stringify(wellFormed).replaceAll('\uFEFF', '\\ufeff')
}

/** Writes a composite literal without its type, one entry per line; gofmt aligns the values of adjacent lines. */
export function composite(entries: Entry[], indent: string): string {
  if (!entries.length) return '{}'
  const lines = sections(entries).flatMap((section) => {
    const width = Math.max(...section.map(([key]) => key.length)) + 1
    return section.map(([key, value]) => `${indent}\t${`${key}:`.padEnd(width)} ${value},`)
  })
  return ['{', ...lines, `${indent}}`].join('\n')
}

/** Lists of strings and of objects have their own types, which their items need not repeat. */
function list(items: Template[], indent: string): string {
  if (!items.length) return '[]any{}'
  const inner = `${indent}\t`
  if (items.every(item => typeof item === 'string' || item instanceof Code)) {
    return `[]string{${items.map(item => goLiteral(item, inner)).join(', ')}}`
  }
  const [type, write] = items.every(isMap)
    ? ['map[string]any', (item: Template) => isMap(item) ? members(item, inner) : '']
    : ['any', (item: Template) => goLiteral(item, inner)]
  return [`[]${type}{`, ...items.map(item => `${inner}${write(item)},`), `${indent}}`].join('\n')
}

const isMap = (value: Template): value is Templates => (
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Code)
)

function members(values: Templates, indent: string): string {
  const entries = Object.entries(values)
  return composite(entries.map(([name, value]) => [goString(name), goLiteral(value, `${indent}\t`)]), indent)
}

/** Splits entries where gofmt starts to align again: before and after a value of several lines. */
function sections(entries: Entry[]): Entry[][] {
  const isLong = ([, value]: Entry) => value.includes('\n')
  return entries.reduce<Entry[][]>((sections, entry) => {
    const last = sections.at(-1)
    const before = last?.at(-1)
    if (last && before && !isLong(before) && !isLong(entry)) last.push(entry)
    else sections.push([entry])
    return sections
  }, [])
}
