import type { JsonValue } from '../model/index.ts'
import { toPath, variablesOf } from '../path/chain.ts'
import { own } from '../record.ts'
import { parsePhp, walk, type PhpNode } from './php-ast.ts'
import { valueOf } from './php-value.ts'
import { ExampleError, type WrittenExample } from './written-example.ts'

/** Options that steer the transport and are no part of what is sent. */
const transportOptions = ['base_uri', 'debug', 'handler', 'http_errors', 'sink', 'timeout', 'verify']

/**
 * Reads the request out of one PHP tab.
 * @throws {ExampleError} where the text is not PHP or sends no request that can be told without a run
 */
export function readPhp(code: string): WrittenExample {
  const { method, steps, options, line } = findCall(parse(code))
  const path = toPath(steps)
  const lines = new Map<string, number>()
  const value = options ? valueOf(options, '', (at, line) => lines.set(at, line)) : {}
  const { query, headers, json, ...others } = asMap(value)
  // The official library sends an empty segment for a variable without a value: like '', it is a placeholder.
  const variables = Object.fromEntries(variablesOf(path).map(name => [name, own(others, name) ?? '']))
  const known = [...Object.keys(variables), ...transportOptions]
  const unknown = Object.keys(others).find(name => !known.includes(name))
  if (unknown) {
    throw new ExampleError(lines.get(unknown) ?? line, `the option “${unknown}” is not in the path ${path}`,
      `write {${unknown}} in the path, or query, json or headers around it`)
  }
  return {
    method, path, line, variables, lines,
    ...(query !== undefined && { query: asMap(query) }),
    ...(headers !== undefined && { headers: asMap(headers) }),
    ...(json !== undefined && { json }),
  }
}

interface FoundCall {
  method: string
  steps: string[]
  options: PhpNode | undefined
  line: number
}

function findCall(program: PhpNode): FoundCall {
  for (const node of walk(program)) {
    if (node.kind !== 'call' || node.what.kind !== 'propertylookup') continue
    const { what, offset } = node.what
    const name = offset.kind === 'identifier' ? offset.name : ''
    const [, verb] = /^(get|post|put|patch|delete)(?:Async)?$/.exec(name) ?? []
    const steps = stepsOf(what)
    if (verb && steps?.length) {
      return { method: verb.toUpperCase(), steps, options: node.arguments[0], line: offset.loc.start.line }
    }
  }
  throw new ExampleError(1, 'the PHP sends no request',
    'write a call such as $instance->v3->certificates->getAsync()')
}

/** The steps of `$instance->a['b']->chain('c')`, from the left; undefined where the expression is no such chain. */
function stepsOf(node: PhpNode): string[] | undefined {
  if (node.kind === 'variable') return []
  if (node.kind === 'call') {
    const { what, arguments: [segment] } = node
    const isChain = what.kind === 'propertylookup' && what.offset.kind === 'identifier' && what.offset.name === 'chain'
    return isChain ? append(stepsOf(what.what), segment) : undefined
  }
  if (node.kind !== 'propertylookup' && node.kind !== 'offsetlookup') return undefined
  return append(stepsOf(node.what), node.offset)
}

function append(steps: string[] | undefined, step: PhpNode | undefined): string[] | undefined {
  if (step?.kind === 'identifier') return steps && [...steps, step.name]
  if (step?.kind === 'encapsedpart') return append(steps, step.expression)
  if (step?.kind === 'string') return steps && [...steps, step.value]
  return undefined
}

function parse(code: string): PhpNode {
  try {
    return parsePhp(code)
  } catch (error) {
    const { message, lineNumber = 1 } = error as Error & { lineNumber?: number }
    throw new ExampleError(lineNumber, `the tab is not PHP: ${message.replace(/^Parse Error : | on line \d+$/g, '')}`,
      'correct it there')
  }
}

function asMap(value: JsonValue): Record<string, JsonValue> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
}
