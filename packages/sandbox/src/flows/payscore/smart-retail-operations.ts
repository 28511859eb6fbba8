import { refusal } from '../../replies/error-codes.ts'
import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Params } from '../kit/operation.ts'
import { omit, pick } from '../kit/params.ts'
import { show, step } from '../kit/steps.ts'
import { savePaid } from '../payment/transaction.ts'
import { confirmThenPay } from './confirm-then-pay.ts'
import { compact, confirmationTime } from './order.ts'

const prefix = '/v3/payscore/smartretail-orders'

type Wanted = Params<`POST ${typeof prefix}`>

type Completion = Params<`POST ${typeof prefix}/{out_order_no}/complete`>

/** An order as it is stored. */
type Order = Omit<Wanted, 'discounts'> & Partial<Omit<Completion, 'appid' | 'service_id' | 'out_order_no'>> & {
  mchid: string
  openid: string
  state: 'CREATED' | 'USER_ACCEPTED' | 'FINISHED' | 'USER_PAID' | 'REVOKED' | 'EXPIRED'
  /** When the time to confirm is over, in milliseconds since the epoch. */
  expires: number
  order_id: string
  query_id: string
  finish_ticket: string
  pay_succ_time?: string
  finish_transaction_id?: string
  pay_type?: 'MchChannelPayType'
  out_trade_no?: string
}

/** A smart retail order and its states. */
const order: Machine<'confirm' | 'complete' | 'cancel' | 'pay' | 'expire', Order> = {
  name: 'smart-retail-order',
  label: '智慧零售订单',
  key: ['out_order_no'],
  aliases: ['order_id', 'query_id'],
  within: ['service_id'],
  state: 'state',
  transitions: {
    confirm: { from: ['CREATED'], to: 'USER_ACCEPTED' },
    complete: { from: ['USER_ACCEPTED'], to: 'FINISHED' },
    cancel: { from: ['CREATED', 'USER_ACCEPTED'], to: 'REVOKED' },
    pay: { from: ['FINISHED'], to: 'USER_PAID' },
    expire: { from: ['CREATED'], to: 'EXPIRED' },
  },
  expires: data => data.expires,
  refusals: {
    CREATED: ['INVALID_ORDER_STATE', '用户还未确认订单'],
    FINISHED: ['INVALID_ORDER_STATE', '商户已完结订单，等待用户支付'],
    USER_PAID: ['ORDER_DONE', '订单已完成'],
    REVOKED: ['ORDER_CANCELED', '订单已取消'],
    EXPIRED: ['INVALID_ORDER_STATE', '用户没有按时确认，订单已失效'],
  },
  missing: ['ORDER_NOT_EXIST', '订单不存在'],
  used: ['INVALID_REQUEST', '商户服务订单号重复：同一订单号须用相同的参数创建'],
}

const create = async (params: Wanted, world: World) => {
  const { data } = await world.create(order, params, () => created(params, world))
  const link = data.state === 'CREATED' && {
    miniprogram_businesstype: 'wxpayScoreUse',
    miniprogram_appid: 'wxbd687630cd02ce1d',
    miniprogram_path: 'pages/use/use',
    miniprogram_username: 'gh_8a09ff8c4d0e',
    package: world.number('mch_id=', 40, params.out_order_no),
  }
  return { ...pick(data, 'appid', 'mchid', 'out_order_no', 'service_id', 'order_id'), ...link }
}

function created(params: Wanted, world: World): Order {
  const number = params.out_order_no
  return {
    ...params,
    mchid: world.mchid,
    openid: params.openid ?? world.number('oUpF8', 28, number),
    state: params.need_user_confirm === false ? 'USER_ACCEPTED' : 'CREATED',
    expires: world.now + confirmationTime,
    order_id: world.number('1500000', 28, number),
    query_id: world.number('15646', 20, number),
    finish_ticket: world.number('', 20, `ticket ${number}`),
  }
}

/** The members of a request that name an order. */
type Keys = { out_order_no?: string, query_id?: string, service_id?: string, appid?: string }

/** Returns an invented order that the user confirmed. */
function invent(params: Keys, world: World): Order {
  const out_order_no = params.out_order_no ?? world.number('S', 28, params.query_id ?? '')
  return created({ appid: 'wxd678efh567hg6787', service_id: '500001', ...params, out_order_no, need_user_confirm: false }, world)
}

const totalOf = <Name extends string>(items: { [Key in Name]?: number }[] = [], name: Name) =>
  items.reduce((total, item) => total + (item[name] ?? 0), 0)

/** Returns the order with its final fees; an order without costs is paid at once. */
function finished(data: Order, params: Completion): Order {
  const due = totalOf(params.fees, 'fee_amount') - totalOf(params.discounts, 'discount_amount')
  const { total_amount = due } = params
  if (total_amount !== due) {
    throw refusal(['PARAM_ERROR', `实收总金额 ${total_amount} 与付费项目减去优惠之和 ${due} 不一致`])
  }
  const done = { ...data, ...omit(params, 'appid', 'service_id', 'out_order_no'), total_amount }
  return due > 0 ? done : move(order, done, 'pay')
}

async function pay(data: Order, world: World): Promise<Order> {
  const number = data.out_order_no
  const finish_transaction_id = world.number('4200005678', 28, number)
  const done = {
    ...move(order, data, 'pay'),
    pay_succ_time: compact(world.time),
    finish_transaction_id,
    pay_type: 'MchChannelPayType' as const,
    out_trade_no: world.number('15646', 28, `trade ${number}`),
  }
  await savePaid(done, finish_transaction_id, data.total_amount ?? 0, world)
  return done
}

/** Smart retail orders: create, complete, cancel. The user confirms and pays. */
export const flow: Flow = {
  actions: {
    [`POST ${prefix}`]: create,
    [`GET ${prefix}`]: show(order, invent),
    [`POST ${prefix}/{out_order_no}/complete`]: step(order, 'complete', finished),
    [`POST ${prefix}/{out_order_no}/cancel`]: step(order, 'cancel'),
  },
  otherSide: confirmThenPay({
    record: order,
    pay,
    confirmed: (data, world) => notify(world, 'PAYSCORE.USER_ACCEPTED', {
      summary: '智慧零售订单用户已确认', original_type: 'payscore', notify_url: '',
      resource: pick(data, 'mchid', 'appid', 'openid', 'service_id'),
    }),
    paid: (data, world) => notify(world, 'PAYSCORE.USER_PAID', {
      summary: '智慧零售订单支付成功', original_type: 'payscore', notify_url: '',
      resource: {
        ...pick(data, 'service_id', 'appid', 'mchid', 'out_order_no', 'openid', 'total_amount', 'attach', 'order_id'),
        state: 'DONE',
        service_introduction: data.service_introduction ?? '',
      },
    }),
  }),
}
