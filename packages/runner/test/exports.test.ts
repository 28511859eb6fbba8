import { expect, it } from 'vitest'
import * as runner from '../src/index.ts'

it('has these public names', () => {
  expect(Object.keys(runner)).toEqual(['run'])
})
