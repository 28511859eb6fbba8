import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { openUnsigned } from '../support/unsigned.ts'
import { advances, ages, type Real, succeeds } from '../support/walk.ts'

/** The states and steps as the documentation draws them; other steps are refused. */
const graph: Record<string, Record<string, string>> = {
  NONE: { create: 'CREATED', createConfirmed: 'CONFIRMED' },
  CREATED: { user: 'CONFIRMED', cancel: 'REVOKED', expire: 'EXPIRED' },
  CONFIRMED: { complete: 'COMPLETED', completeFree: 'DONE', cancel: 'REVOKED' },
  COMPLETED: { modify: 'COMPLETED', pay: 'COMPLETED', user: 'DONE', sync: 'DONE', cancel: 'REVOKED' },
  DONE: {},
  REVOKED: {},
  EXPIRED: {},
}
const shown: Record<string, object> = {
  CREATED: { state: 'CREATED' },
  CONFIRMED: { state: 'DOING', state_description: 'USER_CONFIRM' },
  COMPLETED: { state: 'DOING', state_description: 'MCH_COMPLETE' },
  DONE: { state: 'DONE' },
  REVOKED: { state: 'REVOKED' },
  EXPIRED: { state: 'EXPIRED' },
}

const base = { appid: 'wx1', service_id: '500001' }
const order = {
  ...base, out_order_no: 'S1', risk_fund: { name: 'DEPOSIT', amount: 500 }, time_range: { start_time: '20250102100000' },
}
const fees = (total_amount: number) => ({ ...base, post_payments: [{ name: '租借', amount: total_amount }], total_amount })
const bodies: Record<string, [path: string, json: object]> = {
  create: ['', order],
  createConfirmed: ['', { ...order, need_user_confirm: false }],
  cancel: ['/S1/cancel', { ...base, reason: '不租了' }],
  complete: ['/S1/complete', fees(300)],
  completeFree: ['/S1/complete', fees(0)],
  modify: ['/S1/modify', { ...fees(200), reason: '优惠' }],
  pay: ['/S1/pay', base],
  sync: ['/S1/sync', { ...base, type: 'Order_Paid', detail: { paid_time: '20250102110405' } }],
}

async function act(name: string, real: Real): Promise<boolean> {
  if (name === 'user') return advances(real, 'payscore-order', 'S1')
  if (name === 'expire') return ages(real, 30 * 24 * 3_600_000)
  const [path, json] = bodies[name]!
  return succeeds(real, `/v3/payscore/serviceorder${path}`, json)
}

test('moves an order only along the graph of its states', async () => {
  const names = fc.constantFrom('user', 'expire', ...Object.keys(bodies))
  const seen = new Set<string>()
  await fuzz(fc.asyncProperty(fc.array(names, { maxLength: 15, size: 'max' }), async (names) => {
    const real = openUnsigned()
    let state = 'NONE'
    let created = ''
    for (const name of names) {
      const isRepeated = state !== 'NONE' && [created, 'expire'].includes(name)
      const next = graph[state]![name]
      expect(await act(name, real)).toBe(next !== undefined || isRepeated)
      if (next && state === 'NONE') created = name
      if (next) {
        seen.add(`${state} ${name}`)
        state = next
      }
      const { status, body } = await real.send('GET', '/v3/payscore/serviceorder?out_order_no=S1&service_id=500001&appid=wx1')
      if (state === 'NONE') expect(status).toBe(404)
      else expect(body).toMatchObject(shown[state]!)
    }
  }), { numRuns: runs(300) })
  // Otherwise the walks would prove nothing about the missing steps.
  const all = Object.entries(graph).flatMap(([state, steps]) => Object.keys(steps).map(name => `${state} ${name}`))
  expect(all.filter(step => !seen.has(step))).toEqual([])
})
