import { describe, expect, test } from 'vitest'
import { compilePage, formatProblem, snippets } from '../src/index.ts'
import { readPhp } from '../src/example/php.ts'
import { typeUrl } from '../src/page/example.ts'
import { allOf, factsOfNotification, factsOfOperation } from './support/facts-of-page.ts'
import { facts, notificationPageOf, notifications, pageOf } from './support/facts.ts'

describe(`${facts.length} operations: facts → page → compiler`, () => {
  const compiled = facts.map(fact => ({ fact, ...compilePage(pageOf(fact), `openapi/${fact.page}.md`) }))

  test('the same facts', () => {
    expect(facts.length).toBeGreaterThanOrEqual(1018)
    for (const { fact, operations: [found] } of compiled) {
      expect(factsOfOperation(found!.operation, fact.request), fact.page).toEqual(allOf(fact))
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
        const written = typeUrl(readPhp(code), { path: [], query: request.query })
        const { variables, query, headers, json, ...read } = written
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
      const all = { alternatives: undefined, answer: undefined, ...fact }
      expect(factsOfNotification(notification!)).toEqual(all)
    }
  })

  test('no errors', () => {
    const errors = compiled.flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error'))
    expect(errors.map(formatProblem)).toEqual([])
  })
})
