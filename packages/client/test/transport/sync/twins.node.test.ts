import { describe, expect, expectTypeOf, test } from 'vitest'
import * as browser from '../../../src/transport/sync/browser.ts'
import * as node from '../../../src/transport/sync/node.ts'

test('the platforms offer the same', () => {
  expectTypeOf<Pick<typeof node, keyof typeof browser>>().toEqualTypeOf<typeof browser>()
  expect(Object.keys(node).sort()).toEqual(Object.keys(browser).sort())
})

describe.each(Object.entries({ node, browser }))('%s', (_, { pause }) => {
  test('a pause blocks', () => {
    const start = performance.now()
    pause(20)
    expect(performance.now() - start).toBeGreaterThan(18)
  })
})
