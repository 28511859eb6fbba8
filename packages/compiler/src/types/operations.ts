import type { Catalog, Field, Operation } from '../model/index.ts'
import { docComment, key, objectType } from './type-of.ts'

const head = `/** Any value that JSON can hold. */
type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue }
`

/**
 * Writes the types that a server of the API needs: the request and response of each operation, by method and path, and
 * the decrypted resource of each event, as a union of its forms.
 *
 * A request is one object with the members of the JSON body (of an upload: its `meta` part), the query and the path. If
 * two have the same name, the path wins, then the query. A response that is not JSON has no members.
 */
export function operationTypesOf({ operations, notifications = [] }: Catalog): string {
  return [
    head,
    '/** Requests and responses by operation. */', 'export interface Operations {', ...operations.flatMap(operationOf), '}', '',
    '/** Decrypted resources by event. */', 'export interface Events {',
    ...notifications.flatMap(({ event, title, resource, alternatives = [] }) => [
      ...docComment(title, '  '),
      `  ${key(event)}: ${[resource, ...alternatives].map(form => members(form, '  ')).join(' | ')}`,
    ]),
    '}', '',
  ].join('\n')
}

function operationOf({ method, path, title, request, response }: Operation): string[] {
  return [
    ...docComment(title, '  '),
    `  ${key(`${method} ${path}`)}: {`,
    `    request: ${members(membersOf(request), '    ')}`,
    `    response: ${members(response, '    ')}`,
    '  }',
  ]
}

const members = (fields: Field[], indent: string) => objectType(fields, indent, '{ [name: string]: JsonValue }')

function membersOf({ path, query, json, body }: Operation['request']): Field[] {
  const sent = json ?? body?.children?.find(({ name }) => name === 'meta')
  const { children = [], required = false } = sent ?? {}
  const sentMembers = required ? children : children.map(field => ({ ...field, required }))
  return [query, sentMembers].reduce((winners, fields) => {
    const names = new Set(winners.map(({ name }) => name))
    return [...winners, ...fields.filter(({ name }) => !names.has(name))]
  }, path)
}
