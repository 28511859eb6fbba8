import { readFileSync } from 'node:fs'
import { compileFolder, formatProblem, type Field } from '@wxpay-live/compiler'
import { describe, expect, it } from 'vitest'
import { allOf, factsOfOperation } from '../packages/compiler/test/support/facts-of-page.ts'
import { sampleByName } from '../packages/compiler/src/samples/rules.ts'
import { facts, notifications } from '../packages/compiler/test/support/facts.ts'
import { checkFolder, formatRefused } from '../scripts/facts/check-folder.ts'
import { compareFolder, formatDifference } from '../scripts/facts/compare-folder.ts'

/** Prefixes of paths below which every operation of the facts has a page. */
const complete = [
  'v3/pay/transactions', 'v3/pay/partner/transactions', 'v3/global/transactions', 'v3/global/micropay', 'v3/combine-transactions',
  'v3/refund/domestic', 'v3/global/refunds', 'v3/bill', 'v3/billdownload', 'v3/certificates',
  'v3/profitsharing',
  'v3/fund-app/mch-transfer/transfer-bills', 'v3/fund-app/mch-transfer/elecsign',
  'v3/fund-app/mch-transfer/user-confirm-authorization',
  'v3/payscore/serviceorder', 'v3/payscore/permissions', 'v3/payscore/smartretail-orders', 'v3/payscore/users',
  'v3/marketing/favor', 'v3/merchant-service', 'v3/merchant/media',
  'v3/ecommerce/profitsharing', 'v3/ecommerce/refunds', 'v3/ecommerce/subsidies', 'v3/ecommerce/bill',
  'v3/applyment4sub', 'v3/apply4sub', 'v3/goldplan', 'v3/businesscircle',
  'v3/platsolution/ecommerce/mch-transfer', 'v3/ecommerce/mch-transfer',
  'v3/capital', 'v3/ecommerce/combine-papay', 'v3/ecommerce/individual-contracts', 'v3/platsolution/ecommerce/settle',
  'v3/platsolution/ecommerce/insurance-compensation-contracts',
]

/** Pages without a counterpart in the official documentation. */
const withoutOfficialPage = [
  'docs/openapi/v3/marketing/favor/stocks/{stock_id}/refund-flow-by-day.md',
  'docs/openapi/v3/marketing/favor/stocks/{stock_id}/stop.md',
  'docs/openapi/v3/marketing/favor/stocks/{stock_id}/use-flow-by-day.md',
]

/** The page that is kept byte for byte as the source site writes it. */
const seed = 'docs/openapi/v3/payscore/smartretail-orders/{out_order_no}/cancel.md'

/**
 * Maximum number of different descriptions of one field, without conditions. Some names have many meanings:
 * `create_time` is that of an order, a complaint, a contract …
 */
const maxDescriptions = 10

const { catalog, compiled, problems } = await compileFolder('docs')
const { operations, notifications: ours = [] } = catalog
const pages = compiled.filter(({ file }) => /^docs\/(?:invoke|openapi|webhook)\//.test(file)).map(({ file }) => file)
const pagesWithout = (link: RegExp) => pages.filter(file => !link.test(readFileSync(file, 'utf8')))
const isBelow = (page: string, prefix: string) => page === prefix || page.startsWith(`${prefix}/`)

/** What the facts say of an operation apart from what `compareFolder` compares: its tables and terms. */
const withoutTables = (fact: ReturnType<typeof allOf>) => {
  const { verb, path, title, docs, base_uri, accepts, returns, status } = fact
  return { verb, path, title, docs, base_uri, accepts, returns, status }
}

describe('pages against the facts', () => {
  it('agrees with the facts on every row', () => {
    expect(compareFolder({ compiled, catalog }).map(formatDifference)).toEqual([])
    expect(checkFolder({ compiled }).map(formatRefused)).toEqual([])
  })

  it('agrees with the facts on everything else of every operation', () => {
    const ofPages = operations.map((operation) => {
      const { page, method, path } = operation
      const fact = facts.find(({ verb, path: known }) => verb === method && known === path)
      return [page, { page: page.replace('openapi/', ''), ...withoutTables(factsOfOperation(operation, fact?.request)) }] as const
    })
    const ofFacts = operations.map(({ page, method, path }) => {
      const fact = facts.find(({ verb, path: known }) => verb === method && known === path)
      return [page, fact && { page: fact.page, ...withoutTables(allOf(fact)) }] as const
    })
    expect(ofPages).toEqual(ofFacts)
  })

  it('agrees with the facts on the title and the links of every notification', () => {
    const ofFacts = new Map(notifications.map(({ event, title, docs }) => [event, { title, docs }]))
    const ofPages = ours.map(({ event, title, references }) => [event, { title, docs: references }] as const)
    expect(ofPages).toEqual(ours.map(({ event }) => [event, ofFacts.get(event)]))
  })

  it('has a page for every operation of the complete products', () => {
    const there = new Set(operations.map(({ method, path }) => `${method} ${path}`))
    const missing = facts.filter(({ page }) => complete.some(prefix => isBelow(page, prefix)))
      .filter(({ verb, path }) => !there.has(`${verb} ${path}`))
    expect(missing.map(({ page, verb, title }) => `${page}: ${verb} ${title} has no page`)).toEqual([])
  })
})

describe('every page', () => {
  it('compiles without a problem', () => {
    expect(problems.map(formatProblem)).toEqual([])
  })

  it('links to the official page', () => {
    expect(pagesWithout(/\]\(https:\/\/pay\.weixin\.qq\.com\//)).toEqual(withoutOfficialPage)
  })

  it('links to another page, except for the seed', () => {
    expect(pagesWithout(/\]\(\/(?:invoke|openapi|webhook|product|guide)\//)).toEqual([seed])
  })

  it('links to the operation that supersedes it', () => {
    const successors = new Map(facts.map(({ verb, path, superseded_by }) => [`${verb} ${path}`, superseded_by]))
    const silent = compiled.filter(({ file, operations }) => operations.some(({ operation }) => {
      const { method, path } = operation
      const successor = successors.get(`${method} ${path}`)
      return successor && !readFileSync(file, 'utf8').includes(`](/openapi${encodeURI(successor)})`)
    }))
    expect(silent.map(({ file }) => file)).toEqual([])
  })

  it('sends either the fields of a direct merchant or those of a partner', () => {
    const mixed = operations.filter(({ example: { query, json } }) => {
      const names = [query, json].flatMap(group => Object.keys(Object(group)))
      return names.includes('mchid') && names.includes('sp_mchid')
    })
    expect(mixed.map(({ page }) => page)).toEqual([])
  })

  it('uses the words of the trade', () => {
    const foreign = /拉起|^title: .*\(JSON\)|[一这每那几两同该]张[^，。；、|\s]{0,6}(?:订单|[账款退诉请权合回]单)/m
    const differently = compiled.map(({ file }) => file).filter(file => foreign.test(readFileSync(file, 'utf8')))
    expect(differently).toEqual([])
  })

  it('has an example of every operation', () => {
    const bare = compiled.filter(({ operations }) => operations.some(({ example }) => !example))
    expect(bare.map(({ file }) => file)).toEqual([])
  })
})

describe('fields', () => {
  it('have a sample of their own in every response and notification', () => {
    const unnamed = (fields: Field[]): string[] => fields.flatMap(({ name, sample, children = [] }) => [
      ...[sample].flat().includes(sampleByName('', 'string')) ? [name] : [], ...unnamed(children),
    ])
    const ofOperations = operations.map(({ page, response }) => [page, unnamed(response)] as const)
    const ofNotifications = ours.map(({ page, body, resource, alternatives = [] }) =>
      [page, unnamed([...body, ...resource, ...alternatives.flat()])] as const)
    expect([...ofOperations, ...ofNotifications].filter(([, names]) => names.length)).toEqual([])
  })

  it(`have at most ${maxDescriptions} different descriptions each`, () => {
    const ways = new Map<string, Map<string, string>>()
    const collect = (page: string, parent: string, fields: Field[] = []) => {
      for (const { name, description, children } of fields) {
        const field = parent ? `${parent}.${name}` : name
        const [meaning = ''] = description.split(/[，。：；（]|枚举值/)
        ways.set(field, (ways.get(field) ?? new Map<string, string>()).set(meaning, page))
        collect(page, name, children)
      }
    }
    for (const { page, request: { path, query, headers, json, body }, response } of operations) {
      for (const fields of [path, query, headers, json?.children, body?.children, response]) collect(page, '', fields)
    }
    for (const { page, resource, alternatives = [] } of ours) {
      for (const fields of [resource, ...alternatives]) collect(page, '', fields)
    }
    const many = [...ways].filter(([, descriptions]) => descriptions.size > maxDescriptions)
      .map(([field, descriptions]) => [field, ...Array.from(descriptions, ([text, page]) => `  ${text} (${page})`)].join('\n'))
    expect(many).toEqual([])
  })
})
