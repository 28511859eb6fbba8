import { refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { locate } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { objects, pick, sum, text } from '../kit/params.ts'
import { type Make, show } from '../kit/steps.ts'
import { takeBack } from '../payment/funds.ts'
import { findOrder, fundsIn, transaction, withFunds } from '../payment/transaction.ts'
import { notify, sharingOrder } from './order-operations.ts'

/** A return of shared money, and its states. */
export const returnOrder: Machine<'succeed'> = {
  name: 'profit-sharing-return',
  label: '分账回退',
  key: ['out_return_no'],
  within: ['out_order_no', 'sub_mchid'],
  state: 'result',
  transitions: { succeed: { from: ['PROCESSING'], to: 'SUCCESS' } },
  missing: ['RESOURCE_NOT_EXISTS', '分账回退单不存在'],
  used: ['INVALID_REQUEST', '分账回退单号重复：同一回退单号须用相同的参数'],
}

const apply: Action = async (params, world) => {
  const amount = sum([Number(params.amount)])
  const shared = await locate(sharingOrder, params, world, 'order_id', 'out_order_no')
  if (!shared && !world.strict) return undefined
  if (!shared) throw refusal(sharingOrder.missing)
  const { data, isNew } = await world.create(returnOrder, params, () => ({
    ...params,
    ...pick(shared, 'order_id', 'out_order_no'),
    return_id: world.number('3008450', 28, text(params, 'out_return_no')),
    result: 'PROCESSING',
    create_time: world.time,
    finish_time: world.time,
  }))
  if (!isNew) return data
  const receivers = takeFrom(objects(shared, 'receivers'), text(params, 'return_mchid'), amount)
  await world.save(sharingOrder, { ...shared, receivers })
  await world.save(returnOrder, move(returnOrder, data, 'succeed'))
  await giveBack(shared, data, amount, world)
  return data
}

function takeFrom(receivers: JsonObject[], account: string, amount: number): JsonObject[] {
  const left = (item: JsonObject) => Number(item.amount) - Number(item.returned ?? 0)
  const from = receivers.find(item => item.account === account)
  if (!from) throw refusal(['INVALID_REQUEST', `回退商户 ${account} 不是此分账单的接收方`])
  if (amount > left(from)) {
    throw refusal(['INVALID_REQUEST', `回退金额超过可回退金额：可回退 ${left(from)} 分，申请 ${amount} 分`])
  }
  const reduced = { ...from, returned: Number(from.returned ?? 0) + amount }
  return receivers.map(item => item === from ? reduced : item)
}

async function giveBack(shared: JsonObject, data: JsonObject, amount: number, world: World) {
  const order = await findOrder(pick(shared, 'transaction_id'), world)
  if (!order) return
  await world.save(transaction, withFunds(order, takeBack(fundsIn(order), amount)))
  const item = { ...pick(data, 'amount', 'description'), type: 'MERCHANT_ID', account: text(data, 'return_mchid') }
  notify('PROFITSHARING.RETURN', '分账回退成功', item, shared, order, world)
}

/** Returns an invented return. */
const invent: Make = (params, world) => ({
  return_mchid: '1900000110', amount: 100, description: '分账回退', ...params, result: 'SUCCESS',
  order_id: world.number('3008450740', 28, text(params, 'out_order_no')),
  return_id: world.number('3008450', 28, text(params, 'out_return_no')),
  create_time: world.time,
  finish_time: world.time,
})

/** Returns of shared money by receivers that are merchants: request, query. */
export const flow: Flow = {
  records: [returnOrder],
  actions: {
    'POST /v3/profitsharing/return-orders': apply,
    'GET /v3/profitsharing/return-orders/{out_return_no}': show(returnOrder, invent),
  },
}
