import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Parties } from '../kit/operation.ts'
import { omit } from '../kit/params.ts'
import { type Change, show, step } from '../kit/steps.ts'
import { savePaid } from '../payment/transaction.ts'
import { confirmThenPay } from './confirm-then-pay.ts'
import { charged, compact, confirmationTime, type Event, notified, type Order, order, settled, shown, transactionOf, type Wanted } from './order.ts'

async function start(params: Wanted, phase: 'CREATED' | 'CONFIRMED', world: World): Promise<Order> {
  return (await world.create(order, params, () => created(params, phase, world))).data
}

function created(params: Wanted, phase: 'CREATED' | 'CONFIRMED', world: World): Order {
  const number = params.out_order_no
  return {
    ...params,
    service_introduction: params.service_introduction ?? '',
    notify_url: params.notify_url ?? '',
    mchid: world.mchid,
    phase,
    expires: world.now + confirmationTime,
    order_id: world.number('1500000', 28, number),
    query_id: world.number('15646', 20, number),
    openid: params.openid ?? world.number('oUpF8', 28, number),
    package: world.number('DJIOSQPYWDxsjdldeuwhdodwxasd_', 48, number),
  }
}

const create = async (params: Wanted, world: World) =>
  shown(await start(params, params.need_user_confirm === false ? 'CONFIRMED' : 'CREATED', world))

/** The members of a request that name an order. */
type Keys = Parties & { out_order_no?: string, query_id?: string, service_id?: string }

/** Returns an action that moves an order, and replies as the API shows it. */
const event = <Params extends Keys>(name: Event, change?: Change<Order, Params>) => {
  const act = step(order, name, change, invent)
  return async (params: Params, world: World) => {
    const data = await act(params, world)
    return data && shown(data)
  }
}

/** Returns an invented order that the user confirmed. */
function invent(params: Keys, world: World): Order {
  const out_order_no = params.out_order_no ?? world.number('S', 28, params.query_id ?? '')
  return created({ service_id: '500001', time_range: {}, ...params, out_order_no }, 'CONFIRMED', world)
}

type Complete = Keys & Parameters<typeof charged>[1]

const finish: Change<Order, Complete> = (data, params, world) => {
  const done = charged(data, params)
  return done.need_collection ? done : settled(move(order, done, 'pay'), 'NEWTON', compact(world.time), world)
}

/** The response has the members of the request even if they are optional. */
const complete = async (params: Complete & { total_amount: number }, world: World) => {
  const data = await event('complete', finish)(params, world)
  return data && { ...data, total_amount: params.total_amount }
}

const modify = async (params: Complete & Required<Pick<Complete, 'post_payments'>>, world: World) => {
  const data = await event<Complete>('modify', charged)(params, world)
  return data && { ...data, post_payments: params.post_payments }
}

const createAndComplete = async (params: Wanted, world: World) => {
  const data = await start(params, 'CONFIRMED', world)
  if (data.phase !== 'CONFIRMED') return shown(data)
  const done = finish(move(order, data, 'complete'), params, world)
  await world.save(order, done)
  return shown(done)
}

const find = show(order, invent)

const query = async (params: Keys, world: World) => {
  const data = await find(params, world)
  return data && omit(shown(data), 'package')
}

async function pay(data: Order, world: World): Promise<Order> {
  const done = {
    ...settled(move(order, data, 'pay'), 'NEWTON', compact(world.time), world),
    out_trade_no: world.number('15646', 28, `trade ${data.out_order_no}`),
  }
  await savePaid(done, transactionOf(done, world), done.total_amount ?? 0, world)
  return done
}

/** The merchant received the money itself. */
const sync = event('sync', (data, params: Keys & { detail: { paid_time: string } }, world) =>
  settled(data, 'MCH', params.detail.paid_time || compact(world.time), world))

const direct = '/v3/payscore/serviceorder'
const partner = '/v3/payscore/partner/serviceorder'

/** Pay-score service orders: create, confirm, modify, complete, cancel, collect, sync. */
export const flow: Flow = {
  actions: {
    [`POST ${direct}`]: create,
    [`POST ${direct}/direct-complete`]: createAndComplete,
    [`GET ${direct}`]: query,
    [`POST ${direct}/{out_order_no}/cancel`]: event('cancel'),
    [`POST ${direct}/{out_order_no}/modify`]: modify,
    [`POST ${direct}/{out_order_no}/complete`]: complete,
    [`POST ${direct}/{out_order_no}/pay`]: event('collect'),
    [`POST ${direct}/{out_order_no}/send-pendingmessage`]: event('remind'),
    [`POST ${direct}/{out_order_no}/send-prepaidmessage`]: event('remind'),
    [`POST ${direct}/{out_order_no}/sync`]: sync,

    [`POST ${partner}`]: create,
    [`POST ${partner}/direct-complete`]: createAndComplete,
    [`GET ${partner}`]: query,
    [`POST ${partner}/{out_order_no}/cancel`]: event('cancel'),
    [`POST ${partner}/{out_order_no}/modify`]: modify,
    [`POST ${partner}/{out_order_no}/complete`]: complete,
    [`POST ${partner}/{out_order_no}/pay`]: event('collect'),
    [`POST ${partner}/{out_order_no}/send-pendingmessage`]: event('remind'),
    [`POST ${partner}/{out_order_no}/send-prepaidmessage`]: event('remind'),
    [`POST ${partner}/{out_order_no}/sync`]: sync,
  },
  otherSide: confirmThenPay({
    record: order,
    pay,
    confirmed: (data, world) => notify(world, 'PAYSCORE.USER_CONFIRM', {
      summary: '微信支付分服务订单用户已确认', original_type: 'payscore', notify_url: data.notify_url,
      resource: { ...notified(data), state: 'DOING', state_description: 'USER_CONFIRM' },
    }),
    paid: (data, world) => notify(world, 'PAYSCORE.USER_PAID', {
      summary: '微信支付分服务订单支付成功', original_type: 'payscore', notify_url: data.notify_url,
      resource: { ...notified(data), state: 'DONE' },
    }),
  }),
}
