import { expect, test } from 'vitest'
import { uniqueNames } from '../../src/snippets/unique-names.ts'

test('returns unique, valid names', () => {
  const nameOf = uniqueNames(field => `its_${field}`)
  expect(['name', 'name', 'e-mail', 'name'].map(nameOf)).toEqual(['its_name', 'its_name2', 'its_e_mail', 'its_name3'])
})
