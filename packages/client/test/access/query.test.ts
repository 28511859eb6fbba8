import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { expect, it } from 'vitest'
import { serializeQuery } from '../../src/access/query.ts'

it.each<[object, string]>([
  [{}, ''],
  [{ mchid: '1900000001' }, '?mchid=1900000001'],
  [{ limit: 10, offset: 0, all: true }, '?limit=10&offset=0&all=true'],
  [{ a: undefined, b: null, c: '' }, '?c='],
  [{ time: '13:29:35+08:00', note: 'a b/c' }, '?time=13%3A29%3A35%2B08%3A00&note=a%20b%2Fc'],
  [{ list: ['A', 'B', null] }, '?list=A&list=B'],
  [{ '用户': '投诉', 'a&b': '=' }, '?%E7%94%A8%E6%88%B7=%E6%8A%95%E8%AF%89&a%26b=%3D'],
])('%j → %s', (query, text) => {
  expect(serializeQuery(query)).toBe(text)
})

it('writes a query that URL leaves unchanged and reads back', () => {
  fuzz(fc.property(fc.dictionary(fc.string(), fc.string()), (query) => {
    const text = serializeQuery(query)
    const url = new URL(`https://host/${text}`)
    expect(url.search).toBe(text)
    expect([...url.searchParams]).toEqual(Object.entries(query))
  }))
})

it.each<[unknown, string]>([
  [{ a: 1 }, 'an object'], [[['a']], 'an array'], [NaN, 'NaN'], [new Date(0), 'an object'],
])('refuses %o', (value, kind) => {
  expect(() => serializeQuery({ range: value }))
    .toThrow(`query.range: expected a string, number or boolean, got ${kind}`)
})
