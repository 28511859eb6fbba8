import { createHash } from 'node:crypto'
import { test } from 'vitest'
import { advances, ages, inScenario, type Machine, member, type Real, succeeds, walk } from '../support/walk.ts'

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

test.each([
  ['a cancellation', cancelApplication],
  ['a cancellation with a withdrawal', cancellation],
])('moves %s only along the graph of its states', (_, machine) => walk(machine))
