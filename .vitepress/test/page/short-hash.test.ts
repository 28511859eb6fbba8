import { expect, it } from 'vitest'
import { shortHash } from '../../page/short-hash.ts'

it('gives each content another name', () => {
  expect(shortHash('a')).toMatch(/^[\w-]{8}$/)
  expect(shortHash('a')).not.toBe(shortHash('b'))
})
