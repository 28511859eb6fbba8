import { expect, it } from 'vitest'
import { createComponentIds } from '../../page/component-ids.ts'

const hashes: Record<string, string> = { 'a.vue': '92ecaa7c', 'b.vue': 'a835e0c5', 'c.vue': '92ecaa7c' }

it('names each component by four letters', () => {
  const idOf = createComponentIds()
  const id = (path: string) => idOf(path, '', true, text => hashes[text]!)
  expect(id('a.vue')).toMatch(/^[0-9a-z]{4}$/)
  expect(id('a.vue')).toBe(id('a.vue'))
  expect(id('b.vue')).not.toBe(id('a.vue'))
  expect(() => id('c.vue')).toThrow('c.vue and a.vue have the same id')
})
