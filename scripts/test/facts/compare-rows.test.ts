import type { Field } from '@wxpay-live/compiler/model'
import { expect, test } from 'vitest'
import { compareRows } from '../../facts/compare-rows.ts'
import type { FactRow, Flags } from '../../facts/facts.ts'

const field = (name: string, more: Partial<Field> = {}): Field =>
  ({ name, type: 'string', required: true, description: '', sample: '', ...more })

const rows: FactRow[] = [
  ['amount', 'object', 1, 0],
  ['total', 'integer', 1, 1],
  ['currency', 'string', 0, 1, { max: 16 }],
  ['state', 'string', 0, 0, { enum: ['A', 'B'] }],
]
const currency = field('currency', { required: false, maxLength: 16 })
const total = field('total', { type: 'integer' })
const amount = field('amount', { type: 'object', children: [total, currency] })
const state = field('state', { required: false, enum: ['B', 'A'] })

const differencesOf = (...fields: Field[]) =>
  compareRows([['', fields]], rows).map(({ kind, path, message }) => `${kind} ${path}: ${message}`)

test('accepts rows that agree', () => {
  expect(differencesOf(amount, state)).toEqual([])
})

test.each<[string, Field[], string[]]>([
  ['a type', [field('amount', { type: 'object', children: [field('total', { type: 'number' }), currency] }), state],
    ['type amount.total: number, the facts say integer']],
  ['a required flag', [amount, { ...state, required: true }], ['required state: required, the facts say optional']],
  ['a length', [field('amount', { type: 'object', children: [total, { ...currency, maxLength: 32 }] }), state],
    ['length amount.currency: length 0 to 32, the facts say 0 to 16']],
  ['no length', [field('amount', { type: 'object', children: [total, field('currency', { required: false })] }), state],
    ['length amount.currency: length unlimited, the facts say 0 to 16']],
  ['enum values', [amount, { ...state, enum: ['A'] }], ['enum state: values A, the facts say A, B']],
  ['a missing row', [amount], ['missing state: missing, the facts say string']],
  ['a missing parent, once', [state], ['missing amount: missing, the facts say object, required']],
  ['an extra row', [amount, state, field('more')], ['extra more: not in the facts']],
  ['an extra parent, once', [amount, state, field('more', { type: 'object', children: [field('a')] })],
    ['extra more: not in the facts']],
  ['the order', [state, amount], ['order state: the facts have amount here']],
])('names %s', (_, fields, expected) => {
  expect(differencesOf(...fields)).toEqual(expected)
})

test.each<[string, Flags, string[]]>([
  ['a doubt about the row', { doubt: 'not in skit' }, []],
  ['a doubt about its length only', { max: 32, doubt: 'max 32 by excerpt, wxjava 64' }, ['required']],
  ['a doubt about required only', { max: 32, doubt: 'optional in skit' }, ['length']],
])('leaves out what is doubtful: %s', (_, flags, kinds) => {
  const differences = compareRows([['', [field('a', { required: false })]]], [['a', 'string', 1, 0, flags]])
  expect(differences.map(({ kind }) => kind)).toEqual(kinds)
})

test('compares the groups of a request apart', () => {
  const facts: FactRow[] = [['id', 'string', 1, 0], ['json', 'object', 1, 0], ['id', 'string', 0, 1]]
  const fields = [['', [field('id')]], ['json', [field('id')]]] as const
  expect(compareRows(fields, facts, ['json']).map(({ path, message }) => `${path}: ${message}`)).toEqual([
    'json:id: required, the facts say optional',
  ])
})
