import { expect, test } from 'vitest'
import { errorsIn } from '../../../../compiler/test/support/type-check.ts'

const kit = './packages/sandbox/src/flows/kit'
const head = `import type { Action, Flow } from '${kit}/flow.ts'
import { notify } from '${kit}/notify.ts'
import type { Params } from '${kit}/operation.ts'
import { type Refund as Stored, refund } from './packages/sandbox/src/flows/refund/refund.ts'
import type { World } from './packages/sandbox/src/state/world.ts'
declare const world: World
declare const stored: Stored
type Refund = Action<'POST /v3/refund/domestic/refunds'>
const amount = {
  total: 1, refund: 1, payer_total: 1, payer_refund: 1, settlement_total: 1, settlement_refund: 1, discount_refund: 0,
  currency: 'CNY',
}
const complete = {
  refund_id: '1', transaction_id: '1', out_trade_no: '1', channel: 'ORIGINAL', user_received_account: '零钱',
  create_time: '2025-01-02T11:04:05+08:00', status: 'PROCESSING', funds_account: 'UNSETTLED', amount,
} as const
const { create_time, ...incomplete } = complete
const sent = { out_trade_no: '1', transaction_id: '1', out_refund_no: '1', refund_id: '1', user_received_account: '零钱' }
const news = { summary: '退款成功', original_type: 'refund', notify_url: '' }
`

/** Programs that are right. */
const right = [
  'export const apply: Refund = async () => complete',
  'export const apply: Refund = async () => undefined',
  'export const apply: Refund = async () => ({ ...complete, success_time: null })',
  'export const read = ({ amount, reason = \'\' }: Params<\'POST /v3/refund/domestic/refunds\'>) => amount.refund + reason.length',
  'export const flow: Flow = { actions: { \'POST /v3/refund/domestic/refunds\': async () => complete } }',
  'notify(world, \'REFUND.SUCCESS\', { ...news, resource: { ...sent, refund_status: \'SUCCESS\', amount } })',
  'await world.save(refund, { ...stored, success_time: world.time })',
]

/** Programs with one mistake each, and what the compiler says of it. */
const wrong: [program: string, message: RegExp][] = [
  ['export const apply: Refund = async ({ out_refund_number }) => undefined', /'out_refund_number' does not exist/],
  ['export const apply: Refund = async (params) => { params.amount.refunds; return undefined }', /'refunds' does not exist/],
  ['export const apply: Refund = async ({ reason }) => { reason.trim(); return undefined }', /'reason' is possibly 'undefined'/],
  ['export const apply: Refund = async () => ({ ...incomplete, creat_time: create_time })', /'create_time' is missing/],
  ['export const apply: Refund = async () => ({ ...complete, status: \'DONE\' as const })', /"DONE"/],
  ['export const apply: Refund = async () => ({ ...complete, amount: { ...amount, total: \'1\' } })', /'string' is not assignable to type 'number'/],
  ['export const apply: Refund = async () => incomplete', /'create_time' is missing/],
  ['export const apply: Action<\'POST /v3/refund/domestic/refund\'> = async () => undefined', /does not satisfy the constraint/],
  ['export const flow: Flow = { actions: { \'GET /v3/bill/tradebill\': async () => complete } }', /missing the following properties/],
  ['export const flow: Flow = { actions: { \'POST /v3/refund/domestic/refund\': async () => complete } }', /Object literal may only specify known properties/],
  ['notify(world, \'REFUND.SUCCESS\', { ...news, resource: { ...sent, refund_status: \'SUCCESS\', amount, succes_time: \'1\' } })', /succes_time/],
  ['await world.save(refund, { ...stored, succes_time: world.time })', /not assignable to type 'never'/],
  ['notify(world, \'REFUND.SUCCES\', { ...news, resource: sent })', /"REFUND.SUCCES"/],
  ['notify(world, \'REFUND.SUCCESS\', { ...news, resource: { ...sent, amount } })', /refund_status/],
  ['notify(world, \'REFUND.SUCCESS\', { ...news, resource: { ...sent, refund_status: \'PAID\', amount } })', /"PAID"/],
]

/** Type-checks programs with the types of the flows. */
const errorsOf = (programs: string[]) => errorsIn(Object.fromEntries(
  programs.map((program, index) => [`typed-flow-${String(index).padStart(2, '0')}.ts`, head + program]),
))

test('accepts programs that fit the tables', { timeout: 60_000 }, () => {
  expect(errorsOf(right)).toEqual([])
})

test('rejects what the tables do not have, whether misspelt, missing or of another type', { timeout: 60_000 }, () => {
  expect(errorsOf(wrong.map(([program]) => program)))
    .toEqual(wrong.map(([, message]) => expect.stringMatching(message)))
})
