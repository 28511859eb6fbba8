import { expect, it } from 'vitest'
import { isReference } from '../../navigation/is-reference.ts'

it.each([
  'openapi/v3/certificates.md', 'webhook/v3/REFUND.SUCCESS.md', 'product/refund.md', 'invoke/jsapi.md',
])('recognizes the reference page %s', (path) => {
  expect(isReference(path)).toBe(true)
})

it.each(['index.md', 'guide/signing.md', 'guide/openapi/x.md', 'products.md', ''])('excludes %j', (path) => {
  expect(isReference(path)).toBe(false)
})
