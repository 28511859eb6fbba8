import type { Catalog, Field, Operation } from '../model/index.ts'
import { docComment, key, objectType, typeOf } from './type-of.ts'

const head = `/** Made from the reference pages: every operation by its path and its verb. */
export interface Paths {`

/**
 * Writes the type map for `createClient<Paths>()`: path template → verb → types of the request and response.
 *
 * `path` and `response` are always present; `query`, `headers`, `json` and `body` only if the operation has them. An
 * empty response is `undefined`, a binary response `ArrayBuffer`, and a multipart body `FormData`.
 */
export function pathsOf({ operations }: Catalog): string {
  const byPath = Map.groupBy(operations, ({ path }) => path)
  const entries = Array.from(byPath, ([path, operations]) => [
    `  ${key(path)}: {`, ...operations.flatMap(operationOf), '  }',
  ].join('\n'))
  return [head, ...entries, '}', ''].join('\n')
}

function operationOf(operation: Operation): string[] {
  const { method, title, request, accepts } = operation
  const { path, query, headers, json, requiredGroups = [] } = request
  const indent = '      '
  const group = (name: 'query' | 'headers', fields: Field[]) => {
    if (!fields.length) return []
    const required = requiredGroups.includes(name) || fields.some(({ required }) => required)
    return [`${indent}${name}${required ? '' : '?'}: ${objectType(fields, indent)}`]
  }
  return [
    ...docComment(title, '    '),
    `    ${method.toLowerCase()}: {`,
    `${indent}path: ${objectType(path, indent)}`,
    ...group('query', query),
    ...group('headers', headers),
    ...(json ? [`${indent}json${json.required ? '' : '?'}: ${typeOf(json, indent)}`] : []),
    ...(accepts === 'multipart' ? [`${indent}body: FormData`] : []),
    `${indent}response: ${responseOf(operation, indent)}`,
    '    }',
  ]
}

function responseOf({ response, returns }: Operation, indent: string): string {
  if (returns === 'binary') return 'ArrayBuffer'
  return response.length ? objectType(response, indent) : 'undefined'
}
