import { expect, test } from 'vitest'
import type { Fact } from '../packages/compiler/test/support/facts.ts'
import { differences } from './support/compare-facts.ts'

const rows: Fact[] = [
  ['json', 'object', 1, 0], ['amount', 'object', 1, 1], ['total', 'integer', 1, 2], ['state', 'string', 0, 1, { enum: ['A', 'B'] }],
]
const facts = { title: '下单', status: undefined, request: rows }

/** The differences after one row was replaced or removed. */
const after = (index: number, ...row: Fact[]) => differences('x', { ...facts, request: rows.toSpliced(index, 1, ...row) }, facts)

test('reports nothing for equal facts', () => {
  expect(differences('x', { ...facts, request: structuredClone(rows) }, facts)).toEqual([])
})

test('reports a value', () => {
  expect(differences('x', { ...facts, title: '付款', status: 204 }, facts)).toEqual([
    'x: title: the page says "付款", the facts say "下单"',
    'x: status: the page says 204, the facts say nothing',
  ])
})

test.each<[string, string[], string[]]>([
  ['a type', after(2, ['total', 'string', 1, 2]), ['json.amount.total: the page says string required, the facts say integer required']],
  ['a flag', after(2, ['total', 'integer', 0, 2]), ['json.amount.total: the page says integer, the facts say integer required']],
  ['declared values', after(3, ['state', 'string', 0, 1, { enum: ['A'] }]), [
    'json.state: the page says string {"enum":["A"]}, the facts say string {"enum":["A","B"]}',
  ]],
  ['a missing row', after(3), ['json.state: the page says no row, the facts say string {"enum":["A","B"]}']],
  ['an additional row', after(3, rows[3]!, ['more', 'string', 0, 1]), ['json.more: the page says string, the facts say no row']],
  ['nesting', after(2, ['total', 'integer', 1, 1]), [
    'json.amount.total: the page says no row, the facts say integer required',
    'json.total: the page says integer required, the facts say no row',
  ]],
  ['the order', differences('x', { ...facts, request: [rows[0], rows[3], rows[1], rows[2]] }, facts), [
    'order: the page says json, json.state, json.amount, json.amount.total, the facts say json, json.amount, json.amount.total, json.state',
  ]],
])('reports %s', (_, found, expected) => {
  expect(found).toEqual(expected.map(difference => `x: request ${difference}`))
})

test('reports rows that only one side has', () => {
  expect(differences('x', { request: [] }, { request: rows.slice(0, 1) })).toEqual([
    'x: request json: the page says no row, the facts say object required',
  ])
})
