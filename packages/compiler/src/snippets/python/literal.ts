import { Code, type Template, type Templates } from '../literal.ts'

/** Columns of a line, as ruff counts them by default. */
const columns = 88

/** Writes a value as a Python literal, formatted as ruff formats it. */
export function pythonLiteral(value: Template, indent = ''): string {
  if (value instanceof Code) return value.text
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return pythonString(value)
  if (typeof value !== 'object') return JSON.stringify(value)
  return Array.isArray(value) ? block('[', ']', value.map(item => ['', item] as const), indent) : members(value, indent)
}

/** Writes a string literal, with the quotes that need fewer escapes. */
export function pythonString(text: string): string {
  const escaped = JSON.stringify(text.toWellFormed()).slice(1, -1)
  const count = (quote: string) => text.split(quote).length
  if (count('"') <= count('\'')) return `"${escaped}"`
  return `'${escaped.replaceAll('\\"', '"').replaceAll('\'', '\\\'')}'`
}

/** Writes an assignment. A string that is too long for the line goes to the next line if it fits there. */
export function assignment(name: string, text: string, indent = ''): string {
  const isLong = widthOf(`${indent}${name} = ${text}`) > columns
  if (!isLong || widthOf(`${indent}    ${text}`) > columns) return `${indent}${name} = ${text}`
  return [`${indent}${name} = (`, `${indent}    ${text}`, `${indent})`].join('\n')
}

function members(values: Templates, indent: string): string {
  const entries = Object.entries(values).map(([name, value]) => [`${pythonString(name)}: `, value] as const)
  return block('{', '}', entries, indent)
}

function block(
  open: string, close: string, entries: (readonly [string, Template])[], indent: string,
): string {
  if (!entries.length) return open + close
  const inner = `${indent}    `
  const lines = entries.map(([key, value]) => {
    const start = inner + key
    return `${start}${fitted(start, pythonLiteral(value, inner), inner)},`
  })
  return [open, ...lines, `${indent}${close}`].join('\n')
}

/** Splits a call that does not fit on its line. */
function fitted(before: string, value: string, indent: string): string {
  const [, name, argument] = /^([\w.]+)\((.+)\)$/s.exec(value) ?? []
  if (name === undefined || widthOf(`${before}${value},`) <= columns) return value
  return [`${name}(`, `${indent}    ${argument}`, `${indent})`].join('\n')
}

const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/

/** Columns of a text: East Asian characters take two. */
const widthOf = (text: string) => [...text].reduce((width, char) => width + (wide.test(char) ? 2 : 1), 0)
