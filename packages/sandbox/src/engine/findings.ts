import type { Field, JsonValue, Operation } from '@wxpay-live/compiler/model'
import { readTexts } from '../values/json.ts'
import { refusalsOf, type IsOpen } from './check-field.ts'
import type { Location } from './location.ts'
import { undefinedMembers } from './undefined-members.ts'

/** The values of a request that is not sent yet. */
export interface DraftRequest {
  /** Texts of the path variables, by name. */
  path: Record<string, string>
  /** Texts of the query parameters, by name. */
  query: Record<string, string[]>
  body: JsonValue | undefined
}

/** What the sandbox would refuse in a request. */
export interface Finding {
  /** Such as `/body/amount/total`, `/query/mchid` or `/uri_template/out_order_no`. */
  location: string
  /** What is wrong, in a few words of Chinese. */
  issue: string
  /** Set if the tables have no such name: the nearest one that they have, or an empty string. */
  suggestion?: string
}

/**
 * Finds all that the sandbox would refuse in the path variables, the query and the JSON of a request, by the same rules.
 *
 * @param isOpen which values may be anything
 */
export function findingsOf(
  operation: Operation, { path, query, body }: DraftRequest, isOpen: IsOpen,
): Finding[] {
  const { request } = operation
  type Texts = (name: string) => string[]
  const inText = (fields: Field[], source: Location['source'], texts: Texts) => (
    fields.flatMap((field) => {
      const value = readTexts(field.type, texts(field.name))
      return [...refusalsOf(field, value, { source, pointer: `/${field.name}` }, isOpen)]
    })
  )
  const refusals = [
    ...inText(request.path, 'uri_template', name => name in path ? [path[name]!] : []),
    ...inText(request.query, 'query', name => query[name] ?? []),
    ...request.json ? refusalsOf(request.json, body, { source: 'body', pointer: '' }, isOpen) : [],
  ]
  const unknown = undefinedMembers(operation, Object.keys(query), body).filter(({ tolerated }) => !tolerated)
  return [
    ...refusals.map(({ body: { detail = {} } }) => (
      { location: `/${String(detail.location)}${String(detail.field)}`, issue: String(detail.issue) }
    )),
    ...unknown.map(({ location, suggestion = '' }) => ({ location, issue: '接口没有这个字段', suggestion })),
  ]
}
