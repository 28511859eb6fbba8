import { kindOf } from '../arguments.ts'
import { ArgumentError } from '../errors/argument-error.ts'
import { encodeRfc3986, textOf } from './encode.ts'

const variable = /\{([^{}/]+)\}/g

/** The names of the variables of a template, in order. */
export function variablesOf(template: string): string[] {
  return Array.from(template.matchAll(variable), ([, name = '']) => name)
}

/**
 * Replaces each variable with its value, percent-encoded as one segment.
 *
 * @throws ArgumentError naming a variable whose value is missing or unusable, and the template
 */
export function fillTemplate(template: string, values: Record<string, unknown>): string {
  return template.replace(variable, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    const problem = problemOf(value)
    if (problem) {
      throw new ArgumentError(name, `this variable of ${template} ${problem}; write { ${name}: '…' }`)
    }
    return encodeRfc3986(name, String(value))
  })
}

function problemOf(value: unknown): string | undefined {
  const text = textOf(value)
  if (value === undefined) return 'is missing'
  if (text === undefined) return `cannot be ${kindOf(value)}`
  if (text === '') return 'is empty'
  if (text === '.' || text === '..') return `cannot be "${text}", which leads to another path`
  return undefined
}
