import { isObject, parseJson } from '../json.ts'
import type { JsonValue } from '../model/index.ts'
import { toPath, variablesOf } from '../path/chain.ts'
import { own } from '../record.ts'
import { standardHeaders } from '../standard-headers.ts'
import { parsePhp, walk, type PhpNode } from './php-ast.ts'
import { readResponse } from './php-response.ts'
import { readMedia } from './php-media.ts'
import { scopeOf } from './php-scope.ts'
import { readValue } from './php-value.ts'
import { accessPointOf, ExampleError, type WrittenExample } from './written-example.ts'

/** Options that control the transport and are not sent. */
const transportOptions = ['debug', 'handler', 'http_errors', 'sink', 'timeout', 'verify']

/**
 * Reads the request that one PHP tab sends, without running it.
 * @throws {ExampleError} if the text is not PHP, sends no request, or has an option that is not part of the request
 */
export function readPhp(code: string): WrittenExample {
  const program = parse(code)
  const { method, steps, options, line } = findCall(program)
  const path = toPath(steps)
  const scope = scopeOf(program)
  const { value, lines, unknown } = options
    ? readValue(options, scope)
    : { value: {}, lines: new Map<string, number>(), unknown: new Set<string>() }
  const { query, headers, json, body, base_uri: baseUri, ...others } = asMap(value)
  // The official library sends an empty segment for a missing variable, so a missing value is a placeholder, like ''.
  const variables = Object.fromEntries(variablesOf(path).map(name => [name, own(others, name) ?? '']))
  const known = [...Object.keys(variables), ...transportOptions]
  const unknownOption = Object.keys(others).find(name => !known.includes(name))
  if (unknownOption) {
    throw new ExampleError(lines.get(unknownOption) ?? line, `unknown option “${unknownOption}” for the path ${path}`,
      `add {${unknownOption}} to the path, or move the option into query, json or headers`)
  }
  const sent = json ?? (typeof body === 'string' ? parseJson(body) : undefined)
  const accessPoint = typeof baseUri === 'string' ? accessPointOf(baseUri) : undefined
  const response = readResponse(program)
  return {
    method, path, line, variables, lines,
    ...(query !== undefined && { query: asMap(query) }),
    ...(headers !== undefined && withoutStandard(asMap(headers))),
    ...(sent !== undefined && { json: sent }),
    ...(body !== undefined && sent === undefined && { body: readMedia(program, scope) }),
    ...(accessPoint && { baseUri: accessPoint }),
    ...(response && { response }),
    ...(unknown.size && { unknown }),
  }
}

function withoutStandard(headers: Record<string, JsonValue>): Pick<WrittenExample, 'headers'> {
  const entries = Object.entries(headers).filter(([name]) => !standardHeaders.includes(name.toLowerCase()))
  return entries.length ? { headers: Object.fromEntries(entries) } : {}
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
  throw new ExampleError(1, 'the PHP code sends no request',
    'add a call such as $instance->v3->certificates->getAsync()')
}

/** The steps of `$instance->a['b']->chain('c')`, from left to right; undefined if the expression is not such a chain. */
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
    throw new ExampleError(lineNumber, `the tab is not valid PHP: ${message.replace(/^Parse Error : | on line \d+$/g, '')}`,
      'correct the syntax')
  }
}

function asMap(value: JsonValue): Record<string, JsonValue> {
  return isObject(value) ? value : {}
}
