import { expect, it } from 'vitest'
import { nearestName } from '../src/names.ts'

it.each([
  ['curency', ['total', 'currency'], 'currency'],
  ['nothing', ['total', 'currency'], undefined],
])('finds for %s of %j: %s', (name, known, nearest) => {
  expect(nearestName(name, known)).toBe(nearest)
})
