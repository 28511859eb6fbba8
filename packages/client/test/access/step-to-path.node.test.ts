import { readFileSync } from 'node:fs'
import { fc, fuzz } from '../../../../test/support/fuzz.ts'
import { describe, expect, it } from 'vitest'
import { stepToPath } from '../../src/access/step-to-path.ts'

// As the official PHP library does.
it.each([
  ['smartretailOrders', 'smartretail-orders'],
  ['SmartretailOrders', 'smartretail-orders'],
  ['outTradeNo', 'out-trade-no'],
  ['_out_order_no_', '{out_order_no}'],
  ['{out_order_no}', '{out_order_no}'],
  ['_outOrderNo_', '{out-order-no}'],
  ['{outOrderNo}', '{out-order-no}'],
  ['__x__', '{_x_}'],
  ['complaintsV2', 'complaints-v2'],
  ['a1B2', 'a1-b2'],
  ['HTMLPage', 'h-t-m-l-page'],
  ['video_upload', 'video_upload'],
  ['applyment4sub', 'applyment4sub'],
  ['_x', '_x'],
  ['$x$', '$x$'],
  ['V3', 'v3'],
  ['_empty_', ''],
  ['v3/merchantService/complaintsV2', 'v3/merchant-service/complaints-v2'],
  ['v3/payscore/smartretail-orders/{out_order_no}/cancel', 'v3/payscore/smartretail-orders/{out_order_no}/cancel'],
])('%s → %s', (step, path) => {
  expect(stepToPath(step)).toBe(path)
})

/** The reverse, as in the chains of the documentation. */
const pathToStep = (segment: string) => segment === ''
  ? '_empty_'
  : segment.replace(/^\{(.+)\}$/, '_$1_').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

it('converts every kebab-case segment to a step and back', () => {
  fuzz(fc.property(fc.stringMatching(/^[a-z][a-z\d_]*(-[a-z][a-z\d]*)*$/), (segment) => {
    expect(stepToPath(pathToStep(segment))).toBe(segment)
  }))
})

const facts = new URL(import.meta.resolve('@wxpay-live/facts/apiv3.ndjson'))

describe('the documented operations', () => {
  interface Fact { path: string | null, chain: string | null }
  const operations = () => readFileSync(facts, 'utf8').trim().split('\n').map(line => JSON.parse(line) as Fact)

  it('converts all chains to their paths and back', () => {
    const known = operations().filter(({ path }) => path !== null)
    expect(known.length).toBeGreaterThan(1000)
    for (const { path, chain } of known) {
      const steps = chain?.split('->') ?? []
      expect(`/${steps.map(stepToPath).join('/')}`).toBe(path)
      expect(path?.slice(1).split('/').map(pathToStep)).toEqual(steps)
    }
  })
})
