import { describe, expect, test } from 'vitest'
import { compilePage, formatProblem, snippets } from '../src/index.ts'
import { readPhp } from '../src/example/php.ts'
import { typeUrl } from '../src/page/example.ts'
import { allOf, factsOfNotification, factsOfOperation } from './support/facts-of-page.ts'
import { facts, notificationPageOf, notifications, pageOf } from './support/facts.ts'

describe(`${facts.length} operations, from facts to page to catalog,`, () => {
  const compiled = facts.map(fact => ({ fact, ...compilePage(pageOf(fact), `openapi/${fact.page}.md`) }))

  test('keep all their facts', () => {
    expect(facts.length).toBeGreaterThanOrEqual(1051)
    for (const { fact, operations: [found] } of compiled) {
      expect(factsOfOperation(found!.operation, fact.request), fact.page).toEqual(allOf(fact))
    }
  })

  test('have no errors', () => {
    const errors = compiled.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
    expect(errors.map(formatProblem)).toEqual([])
  })

  test('send the request of the page in every PHP tab', { timeout: 60_000 }, () => {
    for (const { operations: [found] } of compiled) {
      const { method, path, example, baseUri, request } = found!.operation
      if (!path.startsWith('/')) continue
      const { body, ...groups } = example
      const php = snippets(found!).find(({ id }) => id === 'php')!
      for (const { code } of php.tabs) {
        const written = typeUrl(readPhp(code), { path: [], query: request.query })
        const { variables, query, headers, json, ...read } = written
        const { body: sent, baseUri: accessPoint } = read
        // In PHP, the key that encrypts is a variable.
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

describe(`${notifications.length} notifications, from facts to page to catalog,`, () => {
  const compiled = notifications.map((fact) => {
    return { fact, ...compilePage(notificationPageOf(fact), `webhook/v3/${fact.event}.md`) }
  })

  test('keep all their facts', () => {
    expect(notifications.length).toBeGreaterThanOrEqual(102)
    for (const { fact, notification } of compiled) {
      const { event, title, resource, docs, envelope, alternatives, answer } = fact
      const forms = alternatives && [resource, ...alternatives]
        .map((_, index) => ({ name: fact.forms?.[index]?.name ?? `形式 ${index + 1}` }))
      const all = { event, title, resource, docs, envelope, alternatives, forms, answer }
      expect(factsOfNotification(notification!)).toEqual(all)
    }
  })

  test('have no errors', () => {
    const errors = compiled.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
    expect(errors.map(formatProblem)).toEqual([])
  })
})
