import { can, type Machine, move } from '../../state/machine.ts'
import type { Advance } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { unknown } from '../kit/find.ts'
import type { Action, Flow, OtherSide } from '../kit/flow.ts'
import { amountOf, omit, pick, text } from '../kit/params.ts'
import { findOrder } from '../payment/transaction.ts'

/** Something a member of a mall does without a request of the merchant; the mall is notified. */
interface Activity {
  name: string
  label: string
  /** The field that identifies it. */
  key: string
  event: Extract<Advance, 'confirm' | 'pay' | 'refund'>
  event_type: string
  summary: string
  original_type: string
  make: (key: string, world: World) => Promise<JsonObject> | JsonObject
}

type MallMachine = Machine<Activity['event']>

const machineOf = ({ name, label, key }: Activity): MallMachine => ({
  name,
  label,
  key: [key],
  state: 'state',
  transitions: {
    confirm: { from: ['WAITING'], to: 'HAPPENED' },
    pay: { from: ['WAITING'], to: 'HAPPENED' },
    refund: { from: ['WAITING'], to: 'HAPPENED' },
  },
  missing: ['RESOURCE_NOT_EXISTS', '商圈会员记录不存在'],
  used: ['INVALID_REQUEST', '商圈会员记录已存在'],
})

/** Returns the other side of an activity, which happens once per key. */
function activity(options: Activity): OtherSide {
  const { key, event, event_type, summary, original_type, make } = options
  const machine = machineOf(options)
  return {
    record: machine,
    begin: async (value, world) => ({ ...await make(value, world), [key]: value, state: 'WAITING' }),
    next: data => can(machine, data, event) ? event : undefined,
    async act(data, world) {
      const done = { ...move(machine, data, event), time: world.time }
      await world.save(machine, done)
      world.notify({ event_type, summary, original_type, notify_url: '', resource: omit(data, 'state') })
      return done
    },
  }
}

const authorization = activity({
  name: 'mall-authorization',
  label: '商圈会员',
  key: 'openid',
  event: 'confirm',
  event_type: 'MALL_AUTH.ACTIVATE_CARD',
  summary: '商圈会员积分服务授权结果通知',
  original_type: 'mall_auth',
  make: (openid, { mchid, number }) => ({ openid, code: number('', 20, openid), mchid, auth_type: 'REGISTERED_MODE' }),
})

const shop = { merchant_name: '微信支付', shop_name: '微风便利店', shop_number: '0001' }

/** Returns a payment in a shop of the mall, with the amount of the order if it is known. */
async function payment(transaction_id: string, world: World): Promise<JsonObject> {
  const order = await findOrder({ transaction_id }, world)
  return {
    mchid: world.mchid, ...shop,
    appid: text(order ?? {}, 'appid') || 'wxd678efh567hg6787',
    openid: world.number('oUpF8', 28, transaction_id),
    time_end: world.time,
    amount: order ? amountOf(order, 'amount', 'total') : 100,
    transaction_id,
  }
}

const transaction = activity({
  name: 'mall-transaction',
  label: '商圈支付',
  key: 'transaction_id',
  event: 'pay',
  event_type: 'MALL_TRANSACTION.SUCCESS',
  summary: '商圈会员场内支付结果通知',
  original_type: 'mall_transaction',
  make: payment,
})

const refund = activity({
  name: 'mall-refund',
  label: '商圈退款',
  key: 'transaction_id',
  event: 'refund',
  event_type: 'MALL_REFUND.SUCCESS',
  summary: '商圈会员场内退款通知',
  original_type: 'mall_refund',
  async make(transaction_id, world) {
    const { amount = 0, ...paid } = await payment(transaction_id, world)
    return {
      ...pick(paid, 'mchid', 'merchant_name', 'shop_name', 'shop_number', 'appid', 'openid'),
      refund_time: world.time, pay_amount: amount, refund_amount: amount,
      refund_id: world.number('5030000', 29, transaction_id),
    }
  },
})

/** Returns whether a member has authorized the mall; a lenient sandbox says that unknown ones have. */
const query: Action = async (params, world) => {
  const data = await world.find(authorization.record, text(params, 'openid'))
  if (data) return { authorize_state: 'AUTHORIZED', authorize_time: data.time ?? null }
  if (world.strict) return { authorize_state: 'UNAUTHORIZED' }
  return unknown(world, authorization.record, ({ time }) => ({ authorize_state: 'AUTHORIZED', authorize_time: time }))
}

/** Members of a mall: they authorize it to give points, pay in its shops and get refunds. */
export const flow: Flow = {
  actions: { 'GET /v3/businesscircle/user-authorizations/{openid}': query },
  otherSide: [authorization, transaction, refund],
}
