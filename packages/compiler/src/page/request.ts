import type { Report } from '../diagnostics.ts'
import type { RequestFields } from '../model/index.ts'
import { variablesOf } from '../path/chain.ts'
import type { FieldTree } from './fields.ts'

/** Rows of indent 0 that are not path variables; `base_uri` names the access point. */
const groups = ['query', 'json', 'body', 'headers', 'base_uri']

/** Sorts the fields of a request table by their part of the request; reports rows that fit none and missing path variables. */
export function toRequest(
  { fields, lines }: FieldTree,
  path: string,
  line: number,
  report: Report,
): RequestFields {
  const group = (name: string) => fields.find(field => field.name === name)
  const variables = path.startsWith('/') ? variablesOf(path) : []
  for (const field of fields) {
    if (groups.includes(field.name) || variables.includes(field.name)) continue
    report(lines.get(field) ?? line, `“${field.name}” is not a variable of ${path}`,
      'indent it below the query, json, body or headers row it belongs to, or remove it')
  }
  const pathFields = variables.map((name) => {
    const field = group(name)
    if (!field) {
      report(line, `the path variable {${name}} has no row in the request table`,
        `add “| ${name} {data-required} | string | … |”`)
    }
    return field ?? { name, type: 'string' as const, required: true, description: '', sample: null }
  })
  const json = group('json')
  const body = group('body')
  const baseUri = group('base_uri')
  const requiredGroups = (['query', 'headers'] as const).filter(name => group(name)?.required)
  return {
    path: pathFields,
    query: group('query')?.children ?? [],
    headers: group('headers')?.children ?? [],
    ...(json && { json }),
    ...(body && { body }),
    ...(baseUri && { baseUri }),
    ...(requiredGroups.length && { requiredGroups }),
  }
}
