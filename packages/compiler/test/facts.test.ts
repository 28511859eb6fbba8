import { describe, expect, test } from 'vitest'
import { compilePage, formatProblem, snippets, type Field } from '../src/index.ts'
import { readPhp } from '../src/example/php.ts'
import { facts, pageOf, type Fact } from './support/facts.ts'

/** The rows of a tree, as facts write them. */
function rowsOf(fields: Field[], indent = 0): Fact[] {
  return fields.flatMap(({ name, type, required, children = [], enum: values, encrypted, encoded }) => {
    const flags = {
      ...(encrypted && { encrypted }),
      ...(encoded === 'json' && { encoded }),
      ...(values && { enum: values }),
    }
    const row: Fact = [name, type, required ? 1 : 0, indent]
    if (Object.keys(flags).length) row.push(flags)
    return [row, ...rowsOf(children, indent + 1)]
  })
}

/** The rows below a group such as `query`, or the path variables where no group is named. */
function groupOf(rows: Fact[], group?: string): Fact[] {
  const groups = ['query', 'headers', 'json', 'body', 'base_uri']
  let current: string | undefined
  return rows.filter(([name, , , indent]) => {
    if (indent === 0) current = groups.includes(name) ? name : undefined
    return current === group && (indent > 0 || !group)
  }).map(row => group ? row.with(3, row[3] - 1) as Fact : row)
}

const known = facts.filter(({ path }) => path !== null)
const byName = (a: Fact, b: Fact) => a[0].localeCompare(b[0])

describe(`${known.length} operations: facts → page → compiler`, () => {
  const compiled = known.map(fact => ({ fact, ...compilePage(pageOf(fact), `openapi/${fact.page}.md`) }))

  test('the same facts', () => {
    for (const { fact, operations: [found] } of compiled) {
      const { method, path, title, request, response, references } = found!.operation
      expect([method, path, title, references]).toEqual([fact.verb, fact.path, fact.title, fact.docs ?? []])
      expect(rowsOf(request.path).sort(byName)).toEqual(groupOf(fact.request ?? []).sort(byName))
      expect(rowsOf(request.query)).toEqual(groupOf(fact.request ?? [], 'query'))
      expect(rowsOf(request.headers)).toEqual(groupOf(fact.request ?? [], 'headers'))
      expect(rowsOf(request.json?.children ?? [])).toEqual(groupOf(fact.request ?? [], 'json'))
      expect(rowsOf(response)).toEqual(fact.response ?? [])
    }
  })

  test('no errors', () => {
    const errors = compiled.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
    expect(errors.map(formatProblem)).toEqual([])
  })

  test('every PHP tab asks for what the page says', () => {
    for (const { operations: [found] } of compiled) {
      const { method, path, example } = found!.operation
      const [, php] = snippets(found!)
      for (const { code } of php!.tabs) {
        const { variables, query, headers, json, ...read } = readPhp(code)
        expect([read.method, read.path]).toEqual([method, path])
        expect({ path: variables, query, headers, json }).toEqual(example)
      }
    }
  })
})
