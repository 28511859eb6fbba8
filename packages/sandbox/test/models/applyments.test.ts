import { test } from 'vitest'
import { advances, ages, inScenario, type Machine, member, succeeds, walk } from '../support/walk.ts'

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

test.each([
  ['an application of a sub-merchant', applyment],
  ['an application of a sub-merchant of a platform', onboarding],
  ['an application that its platform signs', signedOnboarding],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))
