import { createHash } from 'node:crypto'
import { test } from 'vitest'
import { advances, ages, inScenario, type Machine, member, type Real, succeeds, walk } from '../support/walk.ts'

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

/** The request of a stock; the same request gets the same stock number. */
const batch = {
  stock_name: '早餐券', out_request_no: 'F1', belong_merchant: '1900000109',
  stock_use_rule: { max_coupons: 100, max_coupons_per_user: 100, max_amount: 100 }, coupon_use_rule: {},
}
const stockOf = async (real: Real) =>
  (await real.control.state()).find(({ kind }) => kind === 'favor-stock')?.key ?? 'none'
const favor = '/v3/marketing/favor'
const favorStock: Machine = {
  graph: {
    NONE: { create: 'unactivated' },
    unactivated: { start: 'running' },
    running: { pause: 'paused', send: 'running' },
    paused: { restart: 'running' },
  },
  repeats: (step, state) => step === 'create' && state !== 'NONE',
  async act(step, real) {
    if (step === 'create') return succeeds(real, `${favor}/coupon-stocks`, batch)
    const stock_id = await stockOf(real)
    if (step !== 'send') return succeeds(real, `${favor}/stocks/${stock_id}/${step}`, {})
    const out_request_no = `${(await real.control.state()).length}`
    return succeeds(real, `${favor}/users/o1/coupons`, { stock_id, out_request_no, appid: 'wx1' })
  },
  read: async real => member(real, `${favor}/stocks/${await stockOf(real)}`, 'status'),
}

const applyment: Machine = {
  graph: {
    NONE: { submit: 'APPLYMENT_STATE_AUDITING' },
    APPLYMENT_STATE_AUDITING: { platform: 'APPLYMENT_STATE_TO_BE_SIGNED' },
    APPLYMENT_STATE_TO_BE_SIGNED: { platform: 'APPLYMENT_STATE_FINISHED' },
    APPLYMENT_STATE_FINISHED: {},
  },
  repeats: (step, state) => step === 'submit' && state !== 'NONE',
  async act(step, real) {
    if (step === 'submit') return succeeds(real, '/v3/applyment4sub/applyment/', { business_code: 'ORDER_B1' })
    return real.control.advance({ kind: 'applyment' }).then(() => true, () => false)
  },
  read: real => member(real, '/v3/applyment4sub/applyment/business_code/ORDER_B1', 'applyment_state'),
}

const platformApplyments = '/v3/ecommerce/applyments'

/** The scenarios of first submissions that the platform does not approve. */
const refused: Record<string, string> = { submitRejected: 'AUDIT_REJECTED', submitFrozen: 'AUDIT_FROZEN' }

/** An application of a platform, with the outcome that its scenario sets; the merchant signs when asked to. */
const onboarding: Machine = {
  graph: {
    'NONE': { submit: 'CHECKING', submitRejected: 'CHECKING reject', submitFrozen: 'CHECKING freeze' },
    'CHECKING': { platform: 'ACCOUNT_NEED_VERIFY', revoke: 'CANCELED' },
    'CHECKING reject': { platform: 'ACCOUNT_NEED_VERIFY reject', revoke: 'CANCELED' },
    'CHECKING freeze': { platform: 'ACCOUNT_NEED_VERIFY freeze', revoke: 'CANCELED' },
    'CHECKING verified': { platform: 'AUDITING', revoke: 'CANCELED' },
    'ACCOUNT_NEED_VERIFY': { platform: 'AUDITING', revoke: 'CANCELED' },
    'ACCOUNT_NEED_VERIFY reject': { platform: 'AUDITING reject', revoke: 'CANCELED' },
    'ACCOUNT_NEED_VERIFY freeze': { platform: 'AUDITING freeze', revoke: 'CANCELED' },
    'AUDITING': { platform: 'NEED_SIGN', revoke: 'CANCELED' },
    'AUDITING reject': { platform: 'REJECTED', revoke: 'CANCELED' },
    'AUDITING freeze': { platform: 'FROZEN', revoke: 'CANCELED' },
    'NEED_SIGN': { merchant: 'FINISH', revoke: 'CANCELED', lapse: 'CANCELED' },
    'REJECTED': { submit: 'CHECKING verified', revoke: 'CANCELED', lapse: 'CANCELED' },
    'FROZEN': { revoke: 'CANCELED' },
    'FINISH': {},
    'CANCELED': {},
  },
  repeats: (step, state) => state !== 'NONE' && ['submit', 'lapse'].includes(step),
  weights: { platform: 6, submit: 3, submitRejected: 3, merchant: 2 },
  async act(step, real) {
    const [record] = (await real.control.state()).filter(({ kind }) => kind === 'onboarding')
    if (step === 'platform') return real.control.advance({ kind: 'onboarding' }).then(() => true, () => false)
    if (step === 'merchant') return record?.state === 'NEED_SIGN' && advances(real, 'onboarding-signature', record.key)
    if (step === 'lapse') return ages(real, 30 * 24 * 3_600_000)
    if (step === 'revoke') return succeeds(real, `${platformApplyments}/out-request-no/E1/revoke`, {})
    if (step in refused && record) return false
    return succeeds(real, `${platformApplyments}/`, {
      out_request_no: 'E1', organization_type: '2', merchant_shortname: '微风便利',
      contact_info: { contact_type: '66' },
      account_info: { bank_account_type: '74', account_bank: '招商银行', account_name: '微风', account_number: '755912345610601' },
    }, refused[step] ? inScenario(refused[step]) : {})
  },
  async read(real) {
    const state = await member(real, `${platformApplyments}/out-request-no/E1`, 'applyment_state')
    const [record] = (await real.control.state()).filter(({ kind }) => kind === 'onboarding')
    const { outcome, verification } = record?.data ?? {}
    if (state === 'CHECKING' && !verification) return 'CHECKING verified'
    const isOpen = ['CHECKING', 'ACCOUNT_NEED_VERIFY', 'AUDITING'].includes(String(state))
    return isOpen && outcome !== undefined ? `${String(state)} ${String(outcome)}` : state
  },
}

/** An application that its platform signs, at any time; only the records show a signature before the check. */
const signedOnboarding: Machine = {
  graph: {
    'NONE': { submit: 'CHECKING' },
    'CHECKING': { wechatPay: 'AUDITING', sign: 'CHECKING signed' },
    'CHECKING signed': { wechatPay: 'AUDITING signed', sign: 'CHECKING signed' },
    'AUDITING': { wechatPay: 'NEED_SIGN', sign: 'AUDITING signed' },
    'AUDITING signed': { wechatPay: 'FINISH signed', sign: 'AUDITING signed' },
    'NEED_SIGN': { sign: 'FINISH signed' },
    'FINISH signed': { sign: 'FINISH signed' },
  },
  repeats: (step, state) => step === 'submit' && state !== 'NONE',
  async act(step, real) {
    if (step === 'wechatPay') return real.control.advance({ kind: 'onboarding' }).then(() => true, () => false)
    if (step === 'sign') {
      const proxy_verify_identity_info = { verify_identity_type: 'VERIFY_IDENTITY_TYPE_REMOTE', verify_identity_result: true }
      const json = { out_request_no: 'E1', pre_sign_time: '2025-01-02T11:04:05+08:00', proxy_verify_identity_info }
      return succeeds(real, `${platformApplyments}/submit-sign-verify-info`, json)
    }
    return succeeds(real, `${platformApplyments}/submit-account-hosting-applyment`, {
      out_request_no: 'E1', organization_type: '2401', merchant_shortname: '微风便利', proxy_sign_verify_mode: true,
      contact_info: { contact_type: '65' },
      account_info: { bank_account_type: '75', account_bank: '招商银行', account_name: '张三', account_number: '6214830000007654321' },
    })
  },
  async read(real) {
    const state = await member(real, `${platformApplyments}/out-request-no/E1`, 'applyment_state')
    const [record] = (await real.control.state()).filter(({ kind }) => kind === 'onboarding-signature')
    return record?.state === 'SIGNED' ? `${String(state)} signed` : state
  },
}

const subjectPath = '/v3/apply4subject/applyment'

/** An application that lists one merchant, and how many merchants are authorized; the contact may authorize another one. */
const subjectApplication: Machine = {
  graph: {
    'NONE': { submit: 'WAITTING_FOR_AUDIT', submitRejected: 'WAITTING_FOR_AUDIT reject', submitFrozen: 'WAITTING_FOR_AUDIT freeze' },
    'WAITTING_FOR_AUDIT': { advance: 'WAITTING_FOR_CONFIRM_CONTACT', cancel: 'CANCELED' },
    'WAITTING_FOR_AUDIT reject': { advance: 'REJECTED', cancel: 'CANCELED' },
    'WAITTING_FOR_AUDIT freeze': { advance: 'FREEZED', cancel: 'CANCELED' },
    'WAITTING_FOR_CONFIRM_CONTACT': { advance: 'WAITTING_FOR_CONFIRM_LEGALPERSON 1', cancel: 'CANCELED' },
    'WAITTING_FOR_CONFIRM_LEGALPERSON 1': { advance: 'PASSED 1', cancel: 'CANCELED 1' },
    'PASSED 1': { authorizeOther: 'PASSED 2' },
    'PASSED 2': {},
    'REJECTED': { cancel: 'CANCELED' },
    'FREEZED': { cancel: 'CANCELED' },
    'CANCELED': {},
    'CANCELED 1': {},
  },
  repeats: (step, state) => state !== 'NONE' && step.startsWith('submit'),
  weights: { advance: 4, authorizeOther: 2 },
  async act(step, real) {
    if (step === 'advance') return real.control.advance({ kind: 'subject-application' }).then(() => true, () => false)
    if (step === 'authorizeOther') return advances(real, 'subject-authorization', '1900000118')
    if (step === 'cancel') return succeeds(real, `${subjectPath}/B1/cancel`, {})
    const json = {
      business_code: 'B1', contact_info: { contact_type: 'SUPER' }, subject_info: { subject_type: 'SUBJECT_TYPE_ENTERPRISE' },
      addition_info: { confirm_mchid_list: ['1900000110'] },
    }
    const scenarios: Record<string, string> = { submitRejected: 'AUDIT_REJECTED', submitFrozen: 'AUDIT_FROZEN' }
    return succeeds(real, subjectPath, json, scenarios[step] ? inScenario(scenarios[step]) : {})
  },
  async read(real) {
    const state = await member(real, `${subjectPath}?business_code=B1`, 'applyment_state')
    if (state === undefined) return undefined
    const records = await real.control.state()
    const outcome = records.find(({ kind }) => kind === 'subject-application')?.data.outcome
    const { length } = records.filter(({ state }) => state === 'AUTHORIZE_STATE_AUTHORIZED')
    const short = String(state).replace('APPLYMENT_STATE_', '')
    if (length) return `${short} ${length}`
    return short === 'WAITTING_FOR_AUDIT' && outcome !== undefined ? `${short} ${String(outcome)}` : short
  },
}

const rules = '/v3/merchant-settlement/merchant-settle-rule-applications'
const ruleOf = async (real: Real) =>
  (await real.control.state()).find(({ kind }) => kind === 'settle-rule-change')?.key ?? 'none'
const ruleChange: Machine = {
  graph: {
    'NONE': { apply: 'PROCESSING', applyRejected: 'PROCESSING to fail' },
    'PROCESSING': { platform: 'PASSED' },
    'PROCESSING to fail': { platform: 'FAILED' },
    'PASSED': {},
    'FAILED': {},
  },
  async act(step, real) {
    if (step === 'platform') return advances(real, 'settle-rule-change', await ruleOf(real))
    if (await ruleOf(real) !== 'none') return false
    return succeeds(real, rules, {
      acquiring_bank_id: '1900000109', channel_id: '20001111', sub_mchid: '1900000110', settle_rule_id: 760,
    }, step === 'apply' ? {} : inScenario('AUDIT_REJECTED'))
  },
  async read(real) {
    const state = await member(real, `${rules}/${await ruleOf(real)}`, 'application_state')
    const [record] = (await real.control.state()).filter(({ kind }) => kind === 'settle-rule-change')
    return state === 'PROCESSING' && record?.data.fails ? 'PROCESSING to fail' : state
  },
}

const cancelWithdraw = '/v3/ecommerce/account/apply-cancel-withdraw'
const withdrawAll = { sub_mchid: '1900000118', withdraw: 'APPLY_WITHDRAW', payee_info: {} }

/** Cancels a sub-merchant whose money the bank returns. */
async function cancelWithMoney(real: Real) {
  await succeeds(real, '/v3/pay/partner/transactions/native', {
    sp_appid: 'wx1', sp_mchid: '1900000109', sub_mchid: '1900000118', out_trade_no: 'ORDER_A1', amount: { total: 100 },
  })
  await advances(real, 'transaction', 'ORDER_A1')
  await succeeds(real, cancelWithdraw, { ...withdrawAll, out_request_no: 'P0' }, inScenario('WITHDRAW_RETURNED'))
  for (let step = 0; step < 6; step++) await advances(real, 'cancel-withdrawal', 'P0')
}

/** A cancellation, or one of a sub-merchant that is cancelled already and withdraws again. */
const cancellation: Machine = {
  graph: {
    'NONE': { submit: 'ACCEPTED', submitRejected: 'ACCEPTED to fail', submitAgain: 'ACCEPTED again' },
    'ACCEPTED': { advance: 'REVIEWING' },
    'ACCEPTED again': { advance: 'REVIEWING again' },
    'REVIEWING again': { advance: 'FUND_PROCESSING' },
    'ACCEPTED to fail': { advance: 'REVIEWING to fail' },
    'REVIEWING': { advance: 'WAITING_MERCHANT_CONFIRM' },
    'REVIEWING to fail': { advance: 'REJECTED' },
    'WAITING_MERCHANT_CONFIRM': { advance: 'SYSTEM_PROCESSING', confirm: 'SYSTEM_PROCESSING', lapse: 'REVOKED' },
    'SYSTEM_PROCESSING': { advance: 'CANCELED', confirm: 'SYSTEM_PROCESSING' },
    'CANCELED': { advance: 'FUND_PROCESSING', confirm: 'CANCELED' },
    'FUND_PROCESSING': { advance: 'FINISH', confirm: 'FUND_PROCESSING' },
    'FINISH': { confirm: 'FINISH' },
    'REJECTED': {},
    'REVOKED': {},
  },
  repeats: (step, state) => state !== 'NONE' && ['submit', 'submitRejected', 'lapse'].includes(step),
  weights: { advance: 8 },
  async act(step, real) {
    if (step === 'advance') return advances(real, 'cancel-withdrawal', 'P1')
    if (step === 'lapse') return ages(real, 30 * 24 * 3_600_000)
    if (step === 'confirm') return succeeds(real, `${cancelWithdraw}/confirm`, { sub_mchid: '1900000118', out_request_no: 'P1' })
    if (step === 'submitAgain') {
      if ((await real.control.state()).length) return false
      await cancelWithMoney(real)
    }
    return succeeds(real, cancelWithdraw, { ...withdrawAll, out_request_no: 'P1' },
      step === 'submitRejected' ? inScenario('AUDIT_REJECTED') : {})
  },
  async read(real) {
    const state = await member(real, `${cancelWithdraw}/out-request-no/P1`, 'cancel_state')
    if (state !== 'ACCEPTED' && state !== 'REVIEWING') return state
    const records = await real.control.state()
    if (records.some(({ kind }) => kind === 'cancelled-merchant')) return `${state} again`
    return records.some(({ kind, data }) => kind === 'cancel-withdrawal' && data.fails) ? `${state} to fail` : state
  },
}

const cancelApplications = '/v3/ecommerce/account/cancel-applications'

/** Uploads the form of a cancellation; returns its id. */
async function formOf({ fetch }: Real): Promise<string> {
  const file_digest = createHash('sha256').update('form').digest('hex')
  const body = new FormData()
  body.set('meta', JSON.stringify({ file_name: 'form.png', file_digest }))
  body.set('file', new File(['form'], 'form.png', { type: 'image/png' }))
  const url = `https://api.mch.weixin.qq.com${cancelApplications}/media`
  const { media_id } = await (await fetch(new Request(url, { method: 'POST', body }))).json()
  return media_id
}

const cancelApplication: Machine = {
  graph: {
    'NONE': { submit: 'REVIEWING', submitRejected: 'REVIEWING to fail' },
    'REVIEWING': { platform: 'CANCEL_SUCCESS' },
    'REVIEWING to fail': { platform: 'REJECTED' },
    'CANCEL_SUCCESS': {},
    'REJECTED': {},
  },
  repeats: (step, state) => state !== 'NONE' && step !== 'platform',
  async act(step, real) {
    if (step === 'platform') return advances(real, 'cancel-application', 'C1')
    return succeeds(real, cancelApplications, {
      sub_mchid: '1900000118', out_apply_no: 'C1', application_info: [
        { application_type: 'SP_CANCEL_ACCOUNT_APPLICATION', application_media_id: await formOf(real) },
        { application_type: 'SUB_CANCEL_ACCOUNT_APPLICATION', application_media_id: await formOf(real) },
      ],
    }, step === 'submit' ? {} : inScenario('AUDIT_REJECTED'))
  },
  async read(real) {
    const state = await member(real, `${cancelApplications}/out-apply-no/C1`, 'cancel_state')
    const [record] = (await real.control.state()).filter(({ kind }) => kind === 'cancel-application')
    return state === 'REVIEWING' && record?.data.fails ? 'REVIEWING to fail' : state
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
  ['an order paid by code', codePayment],
  ['a combined order', combination],
  ['a user\'s leave for transfers', transferAuthorization],
  ['the leave to transfer the money of a sub-merchant', transferSubMerchant],
  ['a batch of coupons', favorStock],
  ['an application of a sub-merchant', applyment],
  ['an application of a sub-merchant of a platform', onboarding],
  ['an application that its platform signs', signedOnboarding],
  ['an application to confirm a merchant', subjectApplication],
  ['a change of a settlement rule', ruleChange],
  ['a cancellation', cancelApplication],
  ['a cancellation with a withdrawal', cancellation],
  ['a plan that a user signs', signPlan],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))
