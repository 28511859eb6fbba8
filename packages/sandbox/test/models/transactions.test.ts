import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { expect, test } from 'vitest'
import { openUnsigned } from '../support/unsigned.ts'

interface Order { total: number, state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND', refunds: Map<string, number> }
type Model = Map<string, Order>
type Real = ReturnType<typeof openUnsigned>
type Step = fc.AsyncCommand<Model, Real>

const sum = (order: Order) => [...order.refunds.values()].reduce((total, amount) => total + amount, 0)
const ordered = (model: Model, number: string, total: number) => {
  const known = model.get(number)
  return known ? known.total === total && known.state === 'NOTPAY' : true
}

/** Makes a step that can run at any time; the model decides how it must end. */
const step = (name: string, run: (model: Model, real: Real) => Promise<void>): Step =>
  ({ check: () => true, run, toString: () => name })

const prepay = (number: string, total: number) => step(`prepay ${number} ${total}`, async (model, { send }) => {
  const json = { mchid: '1900000109', out_trade_no: number, amount: { total } }
  const { status } = await send('POST', '/v3/pay/transactions/jsapi', json)
  expect(status === 200).toBe(ordered(model, number, total))
  if (!model.has(number)) model.set(number, { total, state: 'NOTPAY', refunds: new Map() })
})

const pay = (number: string) => step(`pay ${number}`, async (model, { control }) => {
  const order = model.get(number)
  const paid = await control.advance({ kind: 'transaction', key: number }).catch(() => [])
  expect(paid).toHaveLength(order?.state === 'NOTPAY' ? 1 : 0)
  if (order?.state === 'NOTPAY') order.state = 'SUCCESS'
})

const close = (number: string) => step(`close ${number}`, async (model, { send }) => {
  const order = model.get(number)
  const { status } = await send('POST', `/v3/pay/transactions/out-trade-no/${number}/close`, { mchid: '1900000109' })
  expect(status).toBe(!order ? 404 : order.state === 'NOTPAY' || order.state === 'CLOSED' ? 204 : 400)
  if (order?.state === 'NOTPAY') order.state = 'CLOSED'
})

const refund = (number: string, refundNumber: string, amount: number) =>
  step(`refund ${number} ${refundNumber} ${amount}`, async (model, { send }) => {
    const order = model.get(number)
    const { status } = await send('POST', '/v3/refund/domestic/refunds', {
      out_trade_no: number, out_refund_no: refundNumber,
      amount: { refund: amount, total: order?.total ?? 1, currency: 'CNY' },
    })
    const usedBy = [...model].find(([, { refunds }]) => refunds.has(refundNumber))
    const isSame = usedBy?.[0] === number && usedBy[1].refunds.get(refundNumber) === amount
    const isNew = !usedBy && order && ['SUCCESS', 'REFUND'].includes(order.state) && amount <= order.total - sum(order)
    expect(status === 200).toBe(Boolean(isSame || isNew))
    if (!isNew) return
    order.refunds.set(refundNumber, amount)
    order.state = 'REFUND'
  })

const query = (number: string) => step(`query ${number}`, async (model, { send }) => {
  const order = model.get(number)
  const { status, body } = await send('GET', `/v3/pay/transactions/out-trade-no/${number}?mchid=1900000109`)
  expect(status).toBe(order ? 200 : 404)
  if (order) expect(body).toMatchObject({ trade_state: order.state, amount: { total: order.total } })
})

const number = fc.constantFrom('ORDER_A1', 'ORDER_A2')
const amount = fc.integer({ min: 1, max: 4 })
const steps = fc.commands([
  fc.tuple(number, fc.integer({ min: 4, max: 5 })).map(args => prepay(...args)),
  number.map(pay),
  number.map(close),
  fc.tuple(number, fc.constantFrom('R1', 'R2', 'R3', 'R4'), amount).map(args => refund(...args)),
  number.map(query),
], { maxCommands: 30, size: 'max' })

test('handles orders and refunds as the model does, in any sequence', async () => {
  await fuzz(fc.asyncProperty(steps, async (steps) => {
    const model: Model = new Map()
    const real = openUnsigned()
    await fc.asyncModelRun(() => ({ model, real }), steps)
    const refunds = (await real.control.state()).filter(({ kind }) => kind === 'refund')
    expect(refunds).toHaveLength([...model.values()].reduce((count, { refunds }) => count + refunds.size, 0))
  }), { numRuns: runs(150) })
})
