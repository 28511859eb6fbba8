import type { JsonValue } from '../model/index.ts'
import type { PhpNode } from './php-ast.ts'
import { ExampleError, maxDepth } from './written-example.ts'

/** Called with the place and the 1-based line of every value. */
type Visit = (at: string, line: number) => void

/**
 * The value of a PHP expression that is made of literals only.
 * @throws {ExampleError} where it holds anything else
 */
export function valueOf(node: PhpNode, at: string, visit: Visit, depth = 0): JsonValue {
  const { line } = node.loc.start
  visit(at, line)
  if (depth > maxDepth) throw new ExampleError(line, 'the arrays are nested too deeply', 'write fewer levels')
  switch (node.kind) {
    case 'string':
    case 'nowdoc':
    case 'boolean':
      return node.value
    case 'number':
      return Number(node.value)
    case 'nullkeyword':
      return null
    case 'array':
      return arrayOf(node.items, at, visit, depth)
    case 'encapsed':
      return node.value.map(({ expression }) => valueOf(expression, at, visit, depth + 1)).join('')
    case 'unary':
      if (node.type === '-') return -Number(valueOf(node.what, at, visit, depth + 1))
      break
    case 'bin':
      if (node.type === '.') {
        return `${valueOf(node.left, at, visit, depth + 1)}${valueOf(node.right, at, visit, depth + 1)}`
      }
      break
    case 'cast':
      if (node.type === 'object') return { ...valueOf(node.expr, at, visit, depth + 1) as object }
      break
    case 'new':
      if (node.what.name?.replace(/^\\/, '') === 'stdClass') return {}
  }
  throw new ExampleError(line, `the value of “${at}” is PHP that only a run could tell`, 'write a string, number, boolean, null or array')
}

function arrayOf(items: PhpNode[], at: string, visit: Visit, depth: number): JsonValue {
  const entries = items.map((item, index): [string | undefined, JsonValue] => {
    if (item.kind !== 'entry' || item.unpack) {
      throw new ExampleError(item.loc.start.line, `an element of the array “${at}” is not a plain value`, 'write it out')
    }
    const key = item.key ? String(valueOf(item.key, at, () => {}, depth + 1)) : undefined
    return [key, valueOf(item.value, at ? `${at}/${key ?? index}` : String(key ?? index), visit, depth + 1)]
  })
  return entries.some(([key]) => key !== undefined)
    ? Object.fromEntries(entries.map(([key, value], index) => [key ?? String(index), value]))
    : entries.map(([, value]) => value)
}
