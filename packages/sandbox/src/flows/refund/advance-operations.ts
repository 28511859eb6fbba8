import { refusal } from '../../replies/error-codes.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { availableOf } from '../fund/balance.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { recordPayment } from '../kit/ledger.ts'
import { show } from '../kit/steps.ts'
import { repay } from '../payment/funds.ts'
import { findOrder, fundsIn, transaction, withFunds } from '../payment/transaction.ts'
import { type AdvanceReturn, advanceReturn } from './advance-return.ts'
import { type Refund, refund } from './refund.ts'

const path = '/v3/ecommerce/refunds/{refund_id}/return-advance'

type Keys = { refund_id: string, sub_mchid: string }

/** Returns what the platform advanced; `PROCESSING` as long as the sub-merchant lacks the money. */
const giveBack: Action<`POST ${typeof path}`> = async (params, world) => {
  const of = await find(refund, params, world)
  if (!of) return unknown(world, refund, yesterday => invent(params, yesterday))
  if (!of.amount.advance) throw refusal(['INVALID_REQUEST', '不是电商平台垫付的退款，不能回补'])
  const data = await find(advanceReturn, params, world) ?? accepted(params, of.amount.advance, world)
  if (data.result === 'SUCCESS') return data
  const done = await pay(move(advanceReturn, data, 'retry'), of, world)
  await world.save(advanceReturn, done)
  return done
}

/** Pays if the sub-merchant has the money. */
async function pay(data: AdvanceReturn, { transaction_id }: Refund, world: World): Promise<AdvanceReturn> {
  const { refund_id, advance_return_id: id, return_amount: amount } = data
  const payer = { owner: data.payer_mchid, account: data.payer_account }
  const order = await findOrder({ transaction_id }, world)
  if (!order || await availableOf(payer, world) < amount) return data
  await world.save(transaction, withFunds(order, repay(fundsIn(order), amount)))
  await recordPayment(
    payer,
    { owner: data.payee_mchid, account: data.payee_account },
    { business: '垫付回补', amount, belongsTo: refund_id, id, number: '' }, world,
  )
  return { ...move(advanceReturn, data, 'succeed'), success_time: world.time }
}

const accepted = ({ refund_id, sub_mchid }: Keys, return_amount: number, world: World): AdvanceReturn => ({
  refund_id,
  sub_mchid,
  advance_return_id: world.number('3000121', 28, refund_id),
  return_amount,
  payer_mchid: sub_mchid,
  payer_account: 'BASIC',
  payee_mchid: world.mchid,
  payee_account: 'BASIC',
  result: 'PROCESSING',
  create_time: world.time,
})

/** Returns an invented return. */
const invent = (params: Keys, world: World): AdvanceReturn =>
  ({ ...move(advanceReturn, accepted(params, 100, world), 'succeed'), success_time: world.time })

/** Returns of advanced refunds to the platform: request, query. */
export const flow: Flow = {
  records: [advanceReturn],
  actions: {
    [`POST ${path}`]: giveBack,
    [`GET ${path}`]: show(advanceReturn, invent),
  },
}
