import { test } from 'vitest'
import { advances, inScenario, type Machine, member, type Real, succeeds, walk } from '../support/walk.ts'

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

test.each([
  ['an application to confirm a merchant', subjectApplication],
  ['a change of a settlement rule', ruleChange],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))
