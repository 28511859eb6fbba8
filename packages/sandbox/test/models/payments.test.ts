import { test } from 'vitest'
import { advances, ages, inScenario, type Machine, member, succeeds, walk } from '../support/walk.ts'

const codePayment: Machine = {
  graph: {
    NONE: { scan: 'SUCCESS', scanWithPassword: 'USERPAYING' },
    USERPAYING: { user: 'SUCCESS', reverse: 'REVOKED' },
    SUCCESS: { reverse: 'REVOKED', refund: 'REFUND' },
    REFUND: {},
    REVOKED: { reverse: 'REVOKED' },
  },
  repeats: (step, state) => step.startsWith('scan') && state !== 'NONE',
  async act(step, real) {
    if (step === 'user') return advances(real, 'transaction', 'ORDER_A1')
    const order = { appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 100 } }
    if (step === 'reverse') return succeeds(real, '/v3/pay/transactions/out-trade-no/ORDER_A1/reverse', { mchid: '1900000109' })
    if (step === 'refund') {
      const amount = { refund: 100, total: 100, currency: 'CNY' }
      const { status, body } = await real.send('POST', '/v3/refund/domestic/refunds', { out_trade_no: 'ORDER_A1', out_refund_no: 'R1', amount })
      return status === 200 && body.status === 'PROCESSING'
    }
    return succeeds(real, '/v3/pay/transactions/codepay', order, step === 'scanWithPassword' ? inScenario('USERPAYING') : {})
  },
  read: real => member(real, '/v3/pay/transactions/out-trade-no/ORDER_A1?mchid=1900000109', 'trade_state'),
}

const combined = '/v3/combine-transactions'
const parts = ['ORDER_A1', 'ORDER_A2'].map(out_trade_no => ({ mchid: '1900000109', out_trade_no, amount: { total_amount: 50 } }))
const combination: Machine = {
  graph: {
    NONE: { prepay: 'NOTPAY' },
    NOTPAY: { prepay: 'NOTPAY', user: 'SUCCESS', close: 'CLOSED', expire: 'CLOSED' },
    SUCCESS: { refund: 'REFUND' },
    REFUND: { refund: 'REFUND' },
    CLOSED: { close: 'CLOSED' },
  },
  repeats: (step, state) => step === 'expire' && state !== 'NONE',
  async act(step, real) {
    if (step === 'user') return advances(real, 'combine-transaction', 'ORDER_C1')
    if (step === 'expire') return ages(real, 7_200_000)
    if (step === 'close') return succeeds(real, `${combined}/out-trade-no/ORDER_C1/close`, { sub_orders: parts })
    if (step === 'prepay') {
      const time_expire = '2025-01-02T12:00:00+08:00'
      return succeeds(real, `${combined}/jsapi`, { combine_out_trade_no: 'ORDER_C1', time_expire, sub_orders: parts })
    }
    const amount = { refund: 50, total: 50, currency: 'CNY' }
    return (await Promise.all(parts.map(({ out_trade_no }) => succeeds(real, '/v3/refund/domestic/refunds', {
      out_trade_no, out_refund_no: `R${out_trade_no}`, amount,
    })))).every(Boolean)
  },
  async read(real) {
    const found = await member(real, `${combined}/out-trade-no/ORDER_C1`, 'sub_orders') as { trade_state: string }[] | undefined
    const states = new Set(found?.map(({ trade_state }) => trade_state))
    return states.size > 1 ? [...states] : [...states][0]
  },
}

test.each([
  ['an order paid by code', codePayment],
  ['a combined order', combination],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))
