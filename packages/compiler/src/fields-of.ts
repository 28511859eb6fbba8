import type { Field, Operation } from './model/index.ts'

/** The fields of an operation's tables, those of the request first, without their members. */
export function fieldsOf({ request, response }: Pick<Operation, 'request' | 'response'>): Field[] {
  const { path, query, headers, json, body } = request
  return [...path, ...query, ...headers, ...json?.children ?? [], ...body?.children ?? [], ...response]
}

/** Fields with all their members, the outer ones first. */
export function withMembers(fields: readonly Field[]): Field[] {
  return fields.flatMap(field => [field, ...withMembers(field.children ?? [])])
}
