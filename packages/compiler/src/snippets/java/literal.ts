/** Columns of a line, as google-java-format counts them. */
const columns = 100

/** Writes a string literal. */
export function javaString(text: string): string {
  return JSON.stringify(text.toWellFormed())
}

/**
 * Declares a variable as a sum of terms. What does not fit moves to the next line; if it does not fit there, each further term
 * to its own.
 */
export function declaration(name: string, terms: string[], indent: string): string {
  const start = `${indent}var ${name} =`
  const fitsAfter = (before: string) => `${before}${terms.join(' + ')};`.length <= columns
  if (fitsAfter(`${start} `)) return `${start} ${terms.join(' + ')};`
  const inner = `${indent}    `
  return `${start}\n${inner}${terms.join(fitsAfter(inner) ? ' + ' : `\n${inner}    + `)};`
}

/**
 * Declares a variable with a text block of lines.
 * @param values code for each `%s` in the text
 */
export function textBlock(name: string, text: string, values: string[], indent: string): string {
  const quoted = values.length ? text.replaceAll('%', '%%') : text
  const lines = quoted.replaceAll('\\', '\\\\').split('\n').map(line => `${indent}    ${line}`)
  const filled = lines.join('\n').replaceAll(mark, '%s')
  const end = values.length ? `\n${call('.formatted', values, `${indent}        `)};` : ';'
  return [`${indent}var ${name} =`, `${indent}    """`, filled, `${indent}    """${end}`].join('\n')
}

/** Stands for a value in a text block: a private-use character. */
export const mark = '\uE000'

/** A call whose arguments move to the next line if they do not fit, and to a line each if they do not fit there. */
function call(name: string, values: string[], indent: string): string {
  const line = `${indent}${name}(${values.join(', ')})`
  if (line.length < columns) return line
  const inner = `${indent}    `
  const next = `${inner}${values.join(', ')})`
  if (next.length < columns) return `${indent}${name}(\n${next}`
  return `${indent}${name}(\n${values.map(value => inner + value).join(',\n')})`
}
