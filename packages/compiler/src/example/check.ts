import type { Report } from '../diagnostics.ts'
import { isObject } from '../json.ts'
import type { Field, JsonValue, RequestFields } from '../model/index.ts'
import { limitProblem } from '../samples/limits.ts'
import { isOfType } from '../samples/types.ts'
import type { WrittenExample } from './written-example.ts'

/** Reports every value of an example that does not match the request table, and every missing required field. */
export function checkExample(example: WrittenExample, request: RequestFields, report: Report): void {
  const { variables, query, headers, json, body, unknown, line, lines } = example
  if (unknown?.has('')) return
  checkMembers(request.path, variables, '')
  checkMembers(request.query, query ?? {}, 'query/')
  checkMembers(request.headers, headers ?? {}, 'headers/')
  if (body && request.body?.children) checkMembers(request.body.children, body, 'body/', false)
  if (json === undefined) {
    if (request.json?.required) report(line, 'the example has no body', 'add one, or remove data-required from the json row')
  } else if (request.json) {
    checkValue(request.json, json, 'json')
  } else {
    report(lineOf('json'), 'the example has a body that no row declares', 'add a json row to the request table or remove the body')
  }

  function checkMembers(fields: Field[], values: Record<string, JsonValue>, prefix: string, complete = true) {
    for (const [name, value] of Object.entries(values)) {
      const field = fields.find(field => field.name === name)
      if (field) checkValue(field, value, prefix + name)
      else report(lineOf(prefix + name), `“${name}” has no row in the request table`, 'add a row, or remove it from the example')
    }
    for (const { name, required } of fields) {
      if (complete && required && !Object.hasOwn(values, name)) {
        report(lineOf(prefix), `the example is missing the required “${name}”`, 'add it, or remove data-required from its row')
      }
    }
  }

  function checkValue(field: Field, value: JsonValue, at: string) {
    if (value === '') return // a placeholder
    if (unknown?.has(at) || request.body?.children?.includes(field)) return
    if (!isOfType(value, field.type)) {
      report(lineOf(at), `the value of “${at}” is not of type ${field.type}`, 'correct the value or the type in the table')
      return
    }
    const items = Array.isArray(value)
      ? value.map((item, index) => ({ item, itemAt: `${at}/${index}` }))
      : [{ item: value, itemAt: at }]
    for (const { item, itemAt } of items) {
      if (field.enum && !field.enum.includes(String(item))) {
        report(lineOf(itemAt), `“${String(item)}” is not a declared value of “${at}”`, `use one of ${field.enum.join(', ')}`)
      }
      const problem = limitProblem(item, field)
      if (problem) report(lineOf(itemAt), `the value of “${at}” has ${problem}`, 'correct the value or the limits in the table')
      if (field.children && isObject(item)) checkMembers(field.children, item, `${itemAt}/`)
    }
  }

  function lineOf(at: string): number {
    return lines.get(at.replace(/\/$/, '')) ?? line
  }
}
