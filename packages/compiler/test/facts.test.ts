import { describe, expect, test } from 'vitest'
import { compilePage, formatProblem, snippets, type Field, type Operation } from '../src/index.ts'
import { readPhp } from '../src/example/php.ts'
import { typeUrl } from '../src/page/example.ts'
import { facts, notificationPageOf, notifications, pageOf, type Fact } from './support/facts.ts'

/** The rows of a tree, as facts write them. */
function rowsOf(fields: Field[], indent = 0): Fact[] {
  return fields.flatMap(({ name, type, required, children = [], enum: values, encrypted, encoded, alt }) => {
    const flags = {
      ...(encrypted && { encrypted }),
      ...(encoded === 'json' && { encoded }),
      ...(values && { enum: values }),
      ...(alt && { alt }),
    }
    const row: Fact = [name, type, required ? 1 : 0, indent]
    if (Object.keys(flags).length) row.push(flags)
    return [row, ...rowsOf(children, indent + 1)]
  })
}

/** The request table of an operation, its groups in the order of the facts. */
function requestOf({ request }: Operation, order: Fact[]): Fact[] {
  const { path, query, headers, json, body, baseUri, requiredGroups = [] } = request
  const group = (name: 'query' | 'headers', fields: Field[]): Fact[] => {
    const row: Fact = [name, 'object', requiredGroups.includes(name) ? 1 : 0, 0]
    return fields.length ? [row, ...rowsOf(fields, 1)] : []
  }
  const tops = [
    ...path.map(field => rowsOf([field])), group('query', query), group('headers', headers),
    ...[json, body, baseUri].map(field => field ? rowsOf([field]) : []),
  ].filter(rows => rows.length)
  const names = order.filter(([,,, indent]) => !indent).map(([name]) => name)
  return tops.sort(([a], [b]) => names.indexOf(a![0]) - names.indexOf(b![0])).flat()
}

describe(`${facts.length} operations: facts → page → compiler`, () => {
  const compiled = facts.map(fact => ({ fact, ...compilePage(pageOf(fact), `openapi/${fact.page}.md`) }))

  test('the same facts', () => {
    expect(facts.length).toBeGreaterThanOrEqual(1018)
    for (const { fact, operations: [found] } of compiled) {
      const { operation } = found!
      expect({
        verb: operation.method,
        path: operation.path.startsWith('/') ? operation.path : null,
        title: operation.title,
        docs: operation.references,
        base_uri: operation.baseUri,
        accepts: operation.accepts,
        returns: operation.returns,
        status: operation.status,
        request: requestOf(operation, fact.request ?? []),
        response: rowsOf(operation.response),
      }, fact.page).toEqual({
        verb: fact.verb,
        path: fact.path,
        title: fact.title,
        docs: fact.docs ?? [],
        base_uri: fact.base_uri,
        accepts: fact.accepts,
        returns: fact.returns,
        status: fact.status,
        request: fact.request ?? [],
        response: fact.response ?? [],
      })
    }
  })

  test('no errors', () => {
    const errors = compiled.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
    expect(errors.map(formatProblem)).toEqual([])
  })

  test('every PHP tab asks for what the page says', { timeout: 60_000 }, () => {
    for (const { operations: [found] } of compiled) {
      const { method, path, example, baseUri, request } = found!.operation
      if (!path.startsWith('/')) continue
      const { body, ...groups } = example
      const php = snippets(found!).find(({ id }) => id === 'php')!
      for (const { code } of php.tabs) {
        const { variables, query, headers, json, ...read } = typeUrl(readPhp(code), { path: [], query: request.query })
        const { body: sent, baseUri: accessPoint } = read
        // Whose key encrypts is a variable in PHP.
        const isSensitive = read.unknown?.has('headers/Wechatpay-Serial') ?? false
        expect(isSensitive).toBe(code.includes('$encryptor('))
        expect([read.method, read.path, accessPoint]).toEqual([method, path, baseUri])
        expect(sent !== undefined).toBe(body !== undefined)
        const own = isSensitive ? { headers: { ...groups.headers, 'Wechatpay-Serial': '' } } : {}
        expect({ path: variables, query, headers, json }).toEqual({ ...groups, ...own })
      }
    }
  })
})

describe(`${notifications.length} notifications: facts → page → compiler`, () => {
  const compiled = notifications.map((fact) => {
    return { fact, ...compilePage(notificationPageOf(fact), `webhook/v3/${fact.event}.md`) }
  })

  test('the same facts', () => {
    expect(notifications.length).toBeGreaterThanOrEqual(102)
    for (const { fact, notification } of compiled) {
      const { event, title, headers, body, resource, alternatives, answer, references } = notification!
      expect({
        event, title, resource: rowsOf(resource), docs: references,
        envelope: [['headers', 'object', 1, 0], ...rowsOf(headers, 1), ['body', 'object', 1, 0], ...rowsOf(body, 1)],
        alternatives: alternatives?.map(fields => rowsOf(fields)),
        answer: answer && rowsOf(answer),
      }).toEqual({ alternatives: undefined, answer: undefined, ...fact })
    }
  })

  test('no errors', () => {
    const errors = compiled.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
    expect(errors.map(formatProblem)).toEqual([])
  })
})
