import { expect, test } from 'vitest'
import { withoutLinks } from '../../src/markdown/without-links.ts'

test('keeps the labels of links, and pictures as they are', () => {
  expect(withoutLinks('先[查询](/openapi/v3/a)，再[重试](#x)')).toBe('先查询，再重试')
  expect(withoutLinks('![图](/a.png) [a] (b)')).toBe('![图](/a.png) [a] (b)')
})
