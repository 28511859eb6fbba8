import { getLineInfo, parseExpressionAt, type AnyNode } from 'acorn'
import type { JsonValue } from '../model/index.ts'
import { ExampleError, maxDepth, type Located } from './written-example.ts'

const hint = 'use double quotes around names and strings, no comments and no trailing commas'

/**
 * Parses JSON and records the line of each value. JSON is a subset of ECMAScript, so acorn finds the lines;
 * `JSON.parse` decides whether the text is JSON.
 * @throws {ExampleError} if the text is not JSON, repeats a name, or is nested too deeply
 */
export function readJson(text: string, firstLine: number, pointer: string): Located {
  try {
    const valid = isJson(text)
    const lines = new Map<string, number>()
    const onComment = (_block: boolean, _text: string, offset: number) => { throw new JsonError(offset) }
    const root = parseExpressionAt(text, 0, { ecmaVersion: 'latest', locations: true, onComment })
    const value = toValue(root, pointer, (at, { loc }) => lines.set(at, firstLine + loc!.start.line - 1))
    if (!valid) throw new JsonError(root.start)
    return { value, lines }
  } catch (error) {
    const { pos = 0 } = error as { pos?: number }
    const { offset, message } = error instanceof JsonError ? error : new JsonError(pos)
    const { line, column } = getLineInfo(text, Math.min(offset, text.length))
    throw new ExampleError(firstLine + line - 1, `${message} (column ${column + 1})`, hint)
  }
}

class JsonError extends Error {
  readonly offset: number

  constructor(offset: number, message = 'the body is not JSON') {
    super(message)
    this.offset = offset
  }
}

/** Throws if `JSON.parse` reports the position of the error; otherwise the caller's walk may find it. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    const [, reason, offset] = /^(.*?)(?: in JSON)? at position (\d+)/.exec((error as Error).message) ?? []
    if (offset) throw new JsonError(Number(offset), `the body is not JSON: ${reason}`)
    if (!text.trim()) throw new JsonError(0, 'the body is empty')
    return false
  }
}

type Visit = (at: string, node: AnyNode) => void

function toValue(node: AnyNode, at: string, visit: Visit, depth = 0): JsonValue {
  visit(at, node)
  if (depth > maxDepth) throw new JsonError(node.start, 'the body is nested too deeply')
  if (node.type === 'ArrayExpression') {
    return node.elements.map((element, index) => {
      if (!element) throw new JsonError(node.start)
      return toValue(element, `${at}/${index}`, visit, depth + 1)
    })
  }
  if (node.type === 'ObjectExpression') {
    const members = new Map<string, JsonValue>()
    for (const property of node.properties) {
      if (property.type !== 'Property' || property.key.type !== 'Literal') throw new JsonError(property.start)
      const name = String(property.key.value)
      if (members.has(name)) throw new JsonError(property.start, `duplicate name “${name}” in the body`)
      members.set(name, toValue(property.value, `${at}/${name}`, visit, depth + 1))
    }
    return Object.fromEntries(members)
  }
  return toScalar(node)
}

function toScalar(node: AnyNode): JsonValue {
  if (node.type === 'Literal' && node.raw?.[0] !== '\'') {
    const { value } = node
    if (value === null && !node.regex) return value
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  }
  if (node.type === 'UnaryExpression' && node.operator === '-' && node.argument.type === 'Literal') {
    return -Number(node.argument.value)
  }
  throw new JsonError(node.start)
}
