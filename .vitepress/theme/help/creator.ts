import type { Operation } from '@wxpay-live/compiler/model'
import type { ReadRefusal } from './refusal.ts'

/** An operation that creates what was missing, and the number that it must have. */
export interface Creator {
  operation: Operation
  number: Record<string, string>
}

/**
 * Finds the operation that creates what a request did not find: one without variables whose example has a number of the
 * request. Of several, the one that shares most segments with the request, the shortest first.
 */
export function findCreator(operations: Operation[], { path, numbers }: ReadRefusal): Creator | undefined {
  const wanted = { ...variablesIn(operations, path), ...numbers }
  const found = operations.flatMap((operation): Creator[] => {
    const { method, path: own, example: { json } } = operation
    if (method !== 'POST' || own.includes('{') || own === path) return []
    const name = Object.keys(wanted).find(name => typeof json === 'object' && json !== null && name in json)
    return name === undefined ? [] : [{ operation, number: { [name]: wanted[name]! } }]
  })
  const likeness = ({ operation }: Creator) => sharedSegments(operation.path, path)
  const length = ({ operation }: Creator) => operation.path.length
  return found.toSorted((a, b) => likeness(b) - likeness(a) || length(a) - length(b))[0]
}

/** The code that sends the example of a creator. */
export function creatingCode({ operation: { path, example }, number }: Creator): string {
  const { json, headers } = example
  const body = { ...typeof json === 'object' && json, ...number }
  return `await wxpay.chain(${JSON.stringify(path.slice(1))}).postAsync(${JSON.stringify({ headers, json: body })})`
}

/** The values of the variables of the path, by their names in the operation that has it. */
function variablesIn(operations: Operation[], path: string): Record<string, string> {
  for (const { path: template } of operations) {
    const names = Array.from(template.matchAll(/\{(\w+)\}/g), ([, name = '']) => name)
    const pattern = template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '([^/]+)')
    const values = new RegExp(`^${pattern}$`).exec(path)
    if (values && names.length) return Object.fromEntries(names.map((name, index) => [name, values[index + 1] ?? '']))
  }
  return {}
}

function sharedSegments(a: string, b: string): number {
  const others = b.split('/')
  const segments = a.split('/')
  const different = segments.findIndex((segment, index) => segment !== others[index])
  return different < 0 ? segments.length : different
}
