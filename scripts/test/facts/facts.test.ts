import { expect, test } from 'vitest'
import { readFacts, type FactRow } from '../../facts/facts.ts'

const { operations, notifications } = readFacts()
const tables: [name: string, rows: FactRow[]][] = [
  ...operations.flatMap(({ verb, path, request, response }): [string, FactRow[]][] => [
    [`${verb} ${path}`, request], [`${verb} ${path}`, response],
  ]),
  ...notifications.flatMap(({ event, resource, alternatives = [] }) => (
    [resource, ...alternatives].map((rows): [string, FactRow[]] => [event, rows])
  )),
]

test('states no field as required and conditional at once', () => {
  const both = tables.flatMap(([name, rows]) => rows
    .filter(([,, required,, flags]) => required && flags?.when)
    .map(([field]) => `${name} ${field}`))
  expect(both).toEqual([])
})

test('names only rows of the same table in a condition', () => {
  const unknown = tables.flatMap(([name, rows]) => {
    const names = new Set(rows.map(([field]) => field))
    return rows.flatMap(([field,,,, flags]) => (flags?.when?.match(/\b[a-z]+_[a-z_]+\b/g) ?? [])
      .filter(word => !names.has(word)).map(word => `${name} ${field}: ${word}`))
  })
  expect(unknown).toEqual([])
})
