import { describe, expect, expectTypeOf, it } from 'vitest'
import * as browser from '../../../src/transport/sync/browser.ts'
import * as node from '../../../src/transport/sync/node.ts'

it('exports the same for both platforms', () => {
  expectTypeOf<Pick<typeof node, keyof typeof browser>>().toEqualTypeOf<typeof browser>()
  expect(Object.keys(node).sort()).toEqual(Object.keys(browser).sort())
})

describe.each(Object.entries({ node, browser }))('%s', (_, { pause }) => {
  it('blocks for a pause', () => {
    const start = performance.now()
    pause(20)
    expect(performance.now() - start).toBeGreaterThan(18)
  })
})
