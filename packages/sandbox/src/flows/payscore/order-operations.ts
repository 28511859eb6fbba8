import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Actions, Flow } from '../kit/flow.ts'
import { object, omit, text } from '../kit/params.ts'
import { type Change, step } from '../kit/steps.ts'
import { savePaid } from '../payment/transaction.ts'
import { confirmThenPay } from './confirm-then-pay.ts'
import { charged, compact, confirmationTime, type Event, order, settled, shown, transactionOf } from './order.ts'

const createAs = (phase: (params: JsonObject) => string): Action => async (params, world) => {
  const { data } = await world.create(order, params, () => created(params, phase(params), world))
  return shown(data)
}

function created(params: JsonObject, phase: string, world: World): JsonObject {
  const number = text(params, 'out_order_no')
  return {
    ...params,
    mchid: world.mchid,
    phase,
    expires: world.now + confirmationTime,
    order_id: world.number('1500000', 28, number),
    query_id: world.number('15646', 20, number),
    openid: text(params, 'openid') || world.number('oUpF8', 28, number),
    package: world.number('DJIOSQPYWDxsjdldeuwhdodwxasd_', 48, number),
  }
}

/** Returns an action that moves an order, and replies as the API shows it. */
const event = (name: Event, change?: Change): Action => async (params, world) => {
  const data = await step(order, name, change, invent)(params, world)
  return data && shown(data)
}

const complete = event('complete', (data, params, world) => {
  const done = charged(data, params)
  return done.need_collection ? done : settled(move(order, done, 'pay'), 'NEWTON', compact(world.time), world)
})

const createAndComplete: Action = async (params, world) => {
  const created = await createAs(() => 'CONFIRMED')(params, world)
  return created?.phase === 'CONFIRMED' ? complete(params, world) : created
}

/** Returns an invented order that the user confirmed. */
function invent(params: JsonObject, world: World): JsonObject {
  const out_order_no = text(params, 'out_order_no') || world.number('S', 28, text(params, 'query_id'))
  return { ...created({ ...params, out_order_no }, 'CONFIRMED', world), package: null }
}

const query: Action = async (params, world) => {
  const data = await find(order, params, world)
  return data ? shown(data) : unknown(world, order, yesterday => shown(invent(params, yesterday)))
}

async function pay(data: JsonObject, world: World): Promise<JsonObject> {
  const done: JsonObject = {
    ...settled(move(order, data, 'pay'), 'NEWTON', compact(world.time), world),
    out_trade_no: world.number('15646', 28, `trade ${text(data, 'out_order_no')}`),
  }
  await savePaid(done, transactionOf(done, world), Number(done.total_amount ?? 0), world)
  return done
}

/** Members that are left out of notifications. */
const privateMembers = [
  'phase', 'expires', 'query_id', 'package', 'notify_url', 'need_user_confirm', 'device', 'profit_sharing', 'out_trade_no',
]

/** Returns the order as notifications show it. */
const notified = (data: JsonObject) => omit(shown(data), ...privateMembers)

const actionsAt = (prefix: string): Actions => ({
  [`POST ${prefix}`]: createAs(({ need_user_confirm }) => need_user_confirm === false ? 'CONFIRMED' : 'CREATED'),
  [`POST ${prefix}/direct-complete`]: createAndComplete,
  [`GET ${prefix}`]: query,
  [`POST ${prefix}/{out_order_no}/cancel`]: event('cancel'),
  [`POST ${prefix}/{out_order_no}/modify`]: event('modify', charged),
  [`POST ${prefix}/{out_order_no}/complete`]: complete,
  [`POST ${prefix}/{out_order_no}/pay`]: event('collect'),
  [`POST ${prefix}/{out_order_no}/send-pendingmessage`]: event('remind'),
  [`POST ${prefix}/{out_order_no}/send-prepaidmessage`]: event('remind'),
  [`POST ${prefix}/{out_order_no}/sync`]: event('sync', (data, params, world) => {
    const time = text(object(params, 'detail'), 'paid_time')
    return settled(data, 'MCH', time || compact(world.time), world)
  }),
})

/** Pay-score service orders: create, confirm, modify, complete, cancel, collect, sync. */
export const flow: Flow = {
  actions: ['/v3/payscore/serviceorder', '/v3/payscore/partner/serviceorder'].map(actionsAt),
  otherSide: confirmThenPay({
    record: order,
    pay,
    confirmed: { event_type: 'PAYSCORE.USER_CONFIRM', summary: '微信支付分服务订单用户已确认', resource: notified },
    paid: { event_type: 'PAYSCORE.USER_PAID', summary: '微信支付分服务订单支付成功', resource: notified },
  }),
}
