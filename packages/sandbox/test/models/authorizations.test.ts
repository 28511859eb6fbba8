import { test } from 'vitest'
import { advances, type Machine, member, succeeds, walk } from '../support/walk.ts'

const leave = '/v3/fund-app/mch-transfer/user-confirm-authorization'
const transferAuthorization: Machine = {
  graph: {
    NONE: { ask: 'WAIT_USER_CONFIRM' },
    WAIT_USER_CONFIRM: { user: 'TAKING_EFFECT', close: 'CLOSED' },
    TAKING_EFFECT: { use: 'TAKING_EFFECT', close: 'CLOSED' },
    CLOSED: { close: 'CLOSED' },
  },
  repeats: (step, state) => step === 'ask' && state !== 'NONE',
  async act(step, real) {
    if (step === 'user') return advances(real, 'transfer-authorization', 'L1')
    if (step === 'ask') return succeeds(real, leave, { out_authorization_no: 'L1', appid: 'wx1', openid: 'o1' })
    if (step === 'close') return succeeds(real, `${leave}/out-authorization-no/L1/close`, {})
    const out_bill_no = `T${(await real.control.state()).length}`
    const transfer = { out_bill_no, transfer_amount: 1, out_authorization_no: 'L1' }
    return succeeds(real, '/v3/fund-app/mch-transfer/transfer-bills/transfer', transfer)
  },
  read: real => member(real, `${leave}/out-authorization-no/L1`, 'state'),
}

const authorizations = '/v3/ecommerce/mch-transfer/authorizations'

/** The leave to transfer the money of a sub-merchant. */
const transferSubMerchant: Machine = {
  graph: {
    NONE: { apply: 'AUTHORIZE_PROCESSING' },
    AUTHORIZE_PROCESSING: { apply: 'AUTHORIZE_PROCESSING', platform: 'AUTHORIZED' },
    AUTHORIZED: { apply: 'AUTHORIZED' },
  },
  act: async (step, real) => step === 'platform'
    ? advances(real, 'transfer-sub-merchant', '1900000118')
    : succeeds(real, authorizations, { sub_mchid: '1900000118', agreement_list: [] }),
  async read(real) {
    const state = await member(real, `${authorizations}/1900000118`, 'authorization_state')
    return state === 'UNAUTHORIZED' ? undefined : state
  },
}

const plans = '/v3/payscore/sign-plan/user-sign-plans'
const signPlan: Machine = {
  graph: {
    NONE: { create: 'CREATED' },
    CREATED: { user: 'SIGNED', stop: 'UNSIGNED' },
    SIGNED: { stop: 'UNSIGNED' },
    UNSIGNED: {},
  },
  repeats: (step, state) => step === 'create' && state !== 'NONE',
  async act(step, real) {
    if (step === 'user') return advances(real, 'payscore-sign-plan', 'M1')
    if (step === 'stop') return succeeds(real, `${plans}/merchant-sign-plan-no/M1/stop`, { stop_reason: '用户要求' })
    await real.send('POST', '/v3/payscore/plan/payscore-plans', {
      merchant_plan_no: 'N1', plan_name: '月卡', plan_duration: 30, deduction_quantity: 1, total_original_price: 2, total_actual_price: 1,
    })
    const plan_id = await member(real, '/v3/payscore/plan/payscore-plans/merchant-plan-no/N1', 'plan_id')
    return succeeds(real, plans, { plan_id, merchant_sign_plan_no: 'M1', notify_url: '', sign_plan_detail: [] })
  },
  read: real => member(real, `${plans}/merchant-sign-plan-no/M1`, 'sign_state'),
}

test.each([
  ['a user\'s leave for transfers', transferAuthorization],
  ['the leave to transfer the money of a sub-merchant', transferSubMerchant],
  ['a plan that a user signs', signPlan],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))
