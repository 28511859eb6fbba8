import { test } from 'vitest'
import { advances, ages, inScenario, type Machine, member, type Real, succeeds, walk } from '../support/walk.ts'

const orders = '/v3/pay/transactions'
const refundPath = '/v3/refund/domestic/refunds'

/** Creates and pays the order of the refunds and complaints. */
async function payOrder(real: Real) {
  await succeeds(real, `${orders}/jsapi`, { mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 100 } })
  await advances(real, 'transaction', 'ORDER_A1')
}

const refund = (real: Real, out_refund_no: string, refund: number, headers = {}) => succeeds(
  real, refundPath, { out_trade_no: 'ORDER_A1', out_refund_no, amount: { refund, total: 100, currency: 'CNY' } }, headers)

const refundOfOrder: Machine = {
  graph: {
    NONE: { apply: 'SUCCESS', applyAbnormal: 'ABNORMAL', applyClosed: 'CLOSED' },
    ABNORMAL: { retry: 'SUCCESS' },
    SUCCESS: {},
    CLOSED: {},
  },
  repeats: (step, state) => step.startsWith('apply') && state !== 'NONE',
  async act(step, real) {
    await payOrder(real)
    if (step === 'retry') {
      const id = await member(real, `${refundPath}/R1`, 'refund_id')
      return succeeds(real, `${refundPath}/${String(id)}/apply-abnormal-refund`, { out_refund_no: 'R1' })
    }
    const scenarios: Record<string, string> = { applyAbnormal: 'REFUND_ABNORMAL', applyClosed: 'REFUND_CLOSED' }
    const scenario = scenarios[step]
    return refund(real, 'R1', 40, scenario ? inScenario(scenario) : {})
  },
  read: real => member(real, `${refundPath}/R1`, 'status'),
}

const bills = '/v3/fund-app/mch-transfer/transfer-bills'
const transfer: Machine = {
  graph: {
    NONE: { request: 'WAIT_USER_CONFIRM' },
    WAIT_USER_CONFIRM: { user: 'SUCCESS', cancel: 'CANCELLED', expire: 'FAIL' },
    SUCCESS: {},
    FAIL: {},
    CANCELLED: { cancel: 'CANCELLED' },
  },
  repeats: (step, state) => state !== 'NONE' && ['request', 'expire'].includes(step),
  async act(step, real) {
    if (step === 'user') return advances(real, 'transfer', 'T1')
    if (step === 'expire') return ages(real, 24 * 3_600_000)
    if (step === 'cancel') return succeeds(real, `${bills}/out-bill-no/T1/cancel`, {})
    return succeeds(real, bills, { out_bill_no: 'T1', openid: 'o1', transfer_amount: 100 })
  },
  read: real => member(real, `${bills}/out-bill-no/T1`, 'state'),
}

const complaints = '/v3/merchant-service/complaints-v2'
const merchantSteps: Record<string, [path: string, json: object]> = {
  respond: ['response', { response_content: '已联系' }],
  approve: ['update-refund-progress', { action: 'APPROVE' }],
  reject: ['update-refund-progress', { action: 'REJECT', reject_reason: '已过保质期' }],
  complete: ['complete', {}],
}
const inDispute = {
  respond: 'PROCESSING', approve: 'PROCESSING', reject: 'PROCESSED', complete: 'PROCESSED', complain: 'PENDING',
}
const complaintIn = async ({ control }: Real) =>
  (await control.state()).find(({ kind }) => kind === 'complaint')?.key ?? 'none'
const complaint: Machine = {
  graph: {
    NONE: { complain: 'PENDING', refundPart: 'NONE' },
    PENDING: { ...inDispute, refundPart: 'PENDING' },
    PROCESSING: { ...inDispute, refundPart: 'PROCESSING' },
    PROCESSED: { complain: 'PENDING', refundPart: 'PROCESSED' },
  },
  async act(step, real) {
    await payOrder(real)
    if (step === 'complain') return real.control.complain('ORDER_A1').then(() => true)
    if (step === 'refundPart') return refund(real, `R${(await real.control.state()).length}`, 1)
    const [path, json] = merchantSteps[step]!
    return succeeds(real, `${complaints}/${await complaintIn(real)}/${path}`, json)
  },
  read: async real => member(real, `${complaints}/${await complaintIn(real)}`, 'complaint_state'),
}

const retail = '/v3/payscore/smartretail-orders'
const service = { appid: 'wx1', service_id: '500001' }
const fees = (fee_amount: number) => ({ ...service, fees: [{ fee_name: '饼干', fee_amount }], total_amount: fee_amount })
const retailOrder: Machine = {
  graph: {
    NONE: { create: 'CREATED' },
    CREATED: { user: 'USER_ACCEPTED', cancel: 'REVOKED', expire: 'EXPIRED' },
    USER_ACCEPTED: { complete: 'FINISHED', completeFree: 'USER_PAID', cancel: 'REVOKED' },
    FINISHED: { user: 'USER_PAID' },
    USER_PAID: {},
    REVOKED: {},
    EXPIRED: {},
  },
  repeats: (step, state) => ['create', 'expire'].includes(step) && state !== 'NONE',
  async act(step, real) {
    if (step === 'user') return advances(real, 'smart-retail-order', 'ORDER_S1')
    if (step === 'expire') return ages(real, 30 * 24 * 3_600_000)
    if (step === 'create') return succeeds(real, retail, { ...service, out_order_no: 'ORDER_S1' })
    if (step === 'cancel') return succeeds(real, `${retail}/ORDER_S1/cancel`, { ...service, reason: '不买了' })
    return succeeds(real, `${retail}/ORDER_S1/complete`, fees(step === 'complete' ? 500 : 0))
  },
  read: real => member(real, `${retail}?out_order_no=ORDER_S1&service_id=500001`, 'state'),
}

const permissions = '/v3/payscore/permissions'
const permission: Machine = {
  graph: {
    NONE: { apply: 'UNBINDUSER' },
    UNBINDUSER: { user: 'AVAILABLE' },
    AVAILABLE: { terminate: 'UNAVAILABLE' },
    UNAVAILABLE: {},
  },
  repeats: (step, state) => step === 'apply' && state !== 'NONE',
  async act(step, real) {
    if (step === 'user') return advances(real, 'payscore-permission', 'K1')
    if (step === 'apply') return succeeds(real, permissions, { ...service, authorization_code: 'K1' })
    return succeeds(real, `${permissions}/authorization-code/K1/terminate`, { service_id: '500001', reason: '用户要求' })
  },
  read: real => member(real, `${permissions}/authorization-code/K1?service_id=500001`, 'authorization_state'),
}

test.each([
  ['a refund', refundOfOrder],
  ['a transfer to a user', transfer],
  ['a complaint', complaint],
  ['a smart retail order', retailOrder],
  ['a user\'s permission', permission],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))
