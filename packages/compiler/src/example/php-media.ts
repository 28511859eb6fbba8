import { isObject } from '../json.ts'
import type { JsonValue } from '../model/index.ts'
import { calleeOf, walk, type PhpNode } from './php-ast.ts'
import type { PhpScope } from './php-scope.ts'
import { readValue } from './php-value.ts'

/** The known parts of a multipart body that a program builds with `MediaUtil` or `MultipartStream`. */
export function readMedia(program: PhpNode, scope: PhpScope): Record<string, JsonValue> {
  const parts: Record<string, JsonValue> = {}
  for (const node of walk(program)) {
    const [argument] = node.kind === 'new' || node.kind === 'call' ? node.arguments : []
    if (!argument) continue
    const value = () => readValue(argument, scope).value
    if (node.kind === 'new' && /MediaUtil$/.test(node.what.name ?? '')) addPart(parts, 'file', baseName(value()))
    if (node.kind === 'new' && /MultipartStream$/.test(node.what.name ?? '')) addStream(parts, value())
    if (calleeOf(node) === 'setMeta') addPart(parts, 'meta', value())
  }
  return parts
}

function addStream(parts: Record<string, JsonValue>, elements: JsonValue) {
  for (const element of Array.isArray(elements) ? elements : []) {
    if (!isObject(element)) continue
    const { name, contents = '', filename } = element
    if (typeof name === 'string') addPart(parts, name, filename === undefined ? contents : baseName(filename))
  }
}

function addPart(parts: Record<string, JsonValue>, name: string, value: JsonValue) {
  if (value !== '') parts[name] = value
}

function baseName(path: JsonValue): string {
  return typeof path === 'string' ? path.replace(/^.*[\\/]/, '') : ''
}
