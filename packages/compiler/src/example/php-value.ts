import type { JsonValue } from '../model/index.ts'
import { calleeOf, type PhpNode } from './php-ast.ts'
import type { PhpScope } from './php-scope.ts'
import { ExampleError, maxDepth } from './written-example.ts'

/** More values than any request has. A few variables that refer to each other can expand to any number of values. */
const maxValues = 20_000

/** A value, the line of each of its parts, and the parts that only a run can determine. */
export interface PhpValue {
  value: JsonValue
  lines: Map<string, number>
  unknown: Set<string>
}

/**
 * Evaluates a PHP expression: literals, variables and constants of the same program, and calls that encrypt or encode
 * a value. Every other expression is unknown.
 * @throws {ExampleError} if the value is too large or nested too deeply
 */
export function readValue(root: PhpNode, { variables, constants }: PhpScope): PhpValue {
  const lines = new Map<string, number>()
  const unknown = new Set<string>()
  let values = 0
  return { value: read(root, '', 0), lines, unknown }

  function read(node: PhpNode, at: string, depth: number): JsonValue {
    const { line } = node.loc.start
    if (!lines.has(at)) lines.set(at, line)
    if (depth > maxDepth) throw new ExampleError(line, 'the arrays are nested too deeply', 'use fewer levels')
    if (++values > maxValues) throw new ExampleError(line, 'the request has too many values', 'use fewer')
    const next = (node: PhpNode) => read(node, at, depth + 1)
    switch (node.kind) {
      case 'string':
      case 'nowdoc':
      case 'boolean':
        return node.value
      case 'number':
        return Number(String(node.value).replaceAll('_', ''))
      case 'nullkeyword':
        return null
      case 'array':
        return readArray(node.items, at, depth)
      case 'encapsed':
        return node.value.map(({ expression }) => textOf(next(expression))).join('')
      case 'variable':
        return follow(variables.get(node.name), at, depth)
      case 'name':
        return node.name === 'PHP_EOL' ? '\n' : follow(constants.get(node.name), at, depth)
      case 'call':
        return readCall(node, at, depth)
      case 'unary':
        if (node.type === '-') return -Number(next(node.what))
        break
      case 'bin':
        if (node.type === '.') return textOf(next(node.left)) + textOf(next(node.right))
        break
      case 'cast':
        if (node.type === 'object') return membersOf(next(node.expr))
        if (node.type === 'string') return textOf(next(node.expr))
        if (node.type === 'int') return Math.trunc(Number(next(node.expr)))
        break
      case 'new':
        if (node.what.name?.replace(/^\\/, '') === 'stdClass') return {}
    }
    return markUnknown(at)
  }

  function follow(node: PhpNode | undefined, at: string, depth: number): JsonValue {
    return node ? read(node, at, depth + 1) : markUnknown(at)
  }

  /** Calls such as `$encryptor('…')` and `Query::build([…])` have the value of their argument; `json_encode` has its JSON. */
  function readCall(node: PhpNode & { kind: 'call' }, at: string, depth: number): JsonValue {
    const [argument] = node.arguments
    const name = calleeOf(node)
    if (argument && (/encrypt/i.test(name) || isQueryBuilder(node.what))) return read(argument, at, depth + 1)
    if (argument && name === 'json_encode') {
      const before = unknown.size
      const json = JSON.stringify(read(argument, at, depth + 1))
      return unknown.size > before ? markUnknown(at) : json
    }
    return markUnknown(at)
  }

  function readArray(items: PhpNode[], at: string, depth: number): JsonValue {
    let named = false
    const entries = items.flatMap((item, index): [string, JsonValue][] => {
      if (item.kind !== 'entry' || item.unpack) {
        markUnknown(at)
        return []
      }
      named ||= item.key !== null
      const name = item.key ? textOf(read(item.key, `${at}/`, depth + 1)) : String(index)
      return [[name, read(item.value, at ? `${at}/${name}` : name, depth + 1)]]
    })
    return named ? Object.fromEntries(entries) : entries.map(([, value]) => value)
  }

  function markUnknown(at: string): JsonValue {
    unknown.add(at)
    return ''
  }
}

/** Whether it is `\GuzzleHttp\Psr7\Query::build`, which writes a query as text. */
function isQueryBuilder(node: PhpNode): boolean {
  return node.kind === 'staticlookup' && node.what.kind === 'name' && /(^|\\)Query$/.test(node.what.name)
}

function membersOf(value: JsonValue): Record<string, JsonValue> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries<JsonValue>(value)) : {}
}

function textOf(value: JsonValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
