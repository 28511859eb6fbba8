import { can, type Machine, move } from '../../state/machine.ts'
import type { Member } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { unknown } from '../kit/find.ts'
import type { Action, Flow, OtherSide } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Resource } from '../kit/operation.ts'
import { pick } from '../kit/params.ts'
import { findOrder } from '../payment/transaction.ts'

type Event = 'confirm' | 'pay' | 'refund'

/** Something a member of a mall did, as it is stored: with the members of its notification. */
type Happening<Data> = Data & { state: 'WAITING' | 'HAPPENED', time?: string }

type MallMachine<Data extends JsonObject> = Machine<Event, Happening<Data>>

const machineOf = <Data extends JsonObject>(
  name: string, label: string, key: Member<Happening<Data>>,
): MallMachine<Data> => ({
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

/** Something a member of a mall does without a request of the merchant; the mall is notified. */
interface Activity<Data extends JsonObject> {
  record: MallMachine<Data>
  event: Event
  make: (key: string, world: World) => Promise<Data> | Data
  notifyOf: (data: Data, world: World) => void
}

/** Returns the other side of an activity, which happens once per key. */
const activity = <Data extends JsonObject>(
  { record, event, make, notifyOf }: Activity<Data>,
): OtherSide<Happening<Data>> => ({
  record,
  begin: async (key, world) => ({ ...await make(key, world), state: 'WAITING' }),
  next: data => can(record, data, event) ? event : undefined,
  async act(data, world) {
    const done = { ...move(record, data, event), time: world.time }
    await world.save(record, done)
    notifyOf(done, world)
    return done
  },
})

const authorization = machineOf<Resource<'MALL_AUTH.ACTIVATE_CARD'>>('mall-authorization', '商圈会员', 'openid')

const authorize = activity({
  record: authorization,
  event: 'confirm',
  make: (openid, { mchid, number }): Resource<'MALL_AUTH.ACTIVATE_CARD'> => ({
    openid, code: number('', 20, openid), mchid, auth_type: 'REGISTERED_MODE',
  }),
  notifyOf: (data, world) => notify(world, 'MALL_AUTH.ACTIVATE_CARD', {
    summary: '商圈会员积分服务授权结果通知', original_type: 'mall_auth', notify_url: '',
    resource: pick(data, 'openid', 'code', 'mchid', 'auth_type'),
  }),
})

const shop = { merchant_name: '微信支付', shop_name: '微风便利店', shop_number: '0001' }

/** Returns a payment in a shop of the mall, with the amount of the order if it is known. */
async function payment(transaction_id: string, world: World): Promise<Resource<'MALL_TRANSACTION.SUCCESS'>> {
  const order = await findOrder({ transaction_id }, world)
  return {
    mchid: world.mchid, ...shop,
    appid: order?.appid ?? 'wxd678efh567hg6787',
    openid: world.number('oUpF8', 28, transaction_id),
    time_end: world.time,
    amount: order?.amount.total ?? 100,
    transaction_id,
  }
}

const transact = activity({
  record: machineOf<Resource<'MALL_TRANSACTION.SUCCESS'>>('mall-transaction', '商圈支付', 'transaction_id'),
  event: 'pay',
  make: payment,
  notifyOf: (data, world) => notify(world, 'MALL_TRANSACTION.SUCCESS', {
    summary: '商圈会员场内支付结果通知', original_type: 'mall_transaction', notify_url: '',
    resource: pick(data, 'mchid', 'merchant_name', 'shop_name', 'shop_number', 'appid', 'openid', 'time_end', 'amount',
      'transaction_id'),
  }),
})

const refund = activity({
  record: machineOf<Resource<'MALL_REFUND.SUCCESS'>>('mall-refund', '商圈退款', 'transaction_id'),
  event: 'refund',
  async make(transaction_id, world) {
    const { amount, ...paid } = await payment(transaction_id, world)
    return {
      ...pick(paid, 'mchid', 'merchant_name', 'shop_name', 'shop_number', 'appid', 'openid', 'transaction_id'),
      refund_time: world.time, pay_amount: amount, refund_amount: amount,
      refund_id: world.number('5030000', 29, transaction_id),
    }
  },
  notifyOf: (data, world) => notify(world, 'MALL_REFUND.SUCCESS', {
    summary: '商圈会员场内退款通知', original_type: 'mall_refund', notify_url: '',
    resource: pick(data, 'mchid', 'merchant_name', 'shop_name', 'shop_number', 'appid', 'openid', 'refund_time', 'pay_amount',
      'refund_amount', 'transaction_id', 'refund_id'),
  }),
})

/** Returns whether a member has authorized the mall; a lenient sandbox says that unknown ones have. */
const query: Action<'GET /v3/businesscircle/user-authorizations/{openid}'> = async ({ openid }, world) => {
  const data = await world.find(authorization, openid)
  if (data) return { authorize_state: 'AUTHORIZED', authorize_time: data.time ?? null }
  if (world.strict) return { authorize_state: 'UNAUTHORIZED' }
  return unknown(world, authorization, ({ time }) => ({ authorize_state: 'AUTHORIZED' as const, authorize_time: time }))
}

/** Members of a mall: they authorize it to give points, pay in its shops and get refunds. */
export const flow: Flow = {
  actions: { 'GET /v3/businesscircle/user-authorizations/{openid}': query },
  otherSide: [authorize, transact, refund],
}
