import { refusal } from '../../replies/error-codes.ts'
import { current, move } from '../../state/machine.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import { beijingTime } from '../../values/beijing-time.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { notify } from '../kit/notify.ts'
import type { Params } from '../kit/operation.ts'
import { page } from '../kit/page.ts'
import { pick } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { favorAddress } from './callback-operations.ts'
import { type Coupon, coupon, used } from './coupon.ts'
import { couponOf, type Stock, stock } from './stock.ts'

const prefix = '/v3/marketing/favor/users/{openid}/coupons'

/** What sends a coupon. */
type Wanted = Pick<Params<`POST ${typeof prefix}`>, 'openid' | 'stock_id' | 'out_request_no' | 'stock_creator_mchid'>

/** The ids of a user's coupons, so that a list does not read the coupons of all users. */
const wallet: RecordType<{ openid: string, coupons: string[] }> = {
  name: 'favor-user',
  label: '代金券用户',
  key: ['openid'],
  missing: coupon.missing,
  used: coupon.used,
}

async function couponsOf(openid: string, world: World): Promise<Coupon[]> {
  const { coupons = [] } = await world.find(wallet, openid) ?? {}
  const found = await Promise.all(coupons.map(id => world.find(coupon, id)))
  return found.filter(data => data !== undefined).map(data => current(coupon, data, world.now))
}

/** Returns the id of the coupon that a user gets by a request. */
export const couponIdOf = ({ openid, stock_id, out_request_no }: Wanted, world: World) =>
  world.number('9', 10, `${stock_id}/${openid}/${out_request_no}`)

/** Sends a coupon to a user. */
export const send = async (params: Wanted, world: World): Promise<Coupon> => {
  const { openid, out_request_no } = params
  const batch = await find(stock, params, world)
  if (!batch && world.strict) throw refusal(stock.missing)
  const coupon_id = couponIdOf(params, world)
  const owned = await couponsOf(openid, world)
  const { data, isNew } = await world.create(coupon, { ...params, coupon_id }, (): Coupon => {
    if (batch) requireAvailable(batch, owned)
    const about = batch ? couponOf(batch) : { ...invented(world), ...pick(params, 'stock_id', 'stock_creator_mchid') }
    return { openid, out_request_no, ...about, coupon_id, status: 'SENDED', create_time: world.time }
  })
  if (!isNew) return data
  if (batch) await world.save(stock, { ...batch, distributed_coupons: batch.distributed_coupons + 1 })
  await world.save(wallet, { openid, coupons: [...owned.map(({ coupon_id }) => coupon_id), coupon_id] })
  return data
}

function requireAvailable(batch: Stock, owned: Coupon[]) {
  move(stock, batch, 'send')
  const { max_coupons, max_coupons_per_user } = batch.stock_use_rule
  if (batch.distributed_coupons >= max_coupons) throw refusal(['NOT_ENOUGH', '批次预算不足'])
  const own = owned.filter(({ stock_id }) => stock_id === batch.stock_id)
  if (own.length >= max_coupons_per_user) throw refusal(['RULE_LIMIT', '用户已达到单人领取上限'])
}

const list: Action<`GET ${typeof prefix}`> = async (params, world) => {
  const all = await couponsOf(params.openid, world)
  if (!all.length && !world.strict) return undefined
  const { stock_id, status } = params
  const matches = (data: Coupon) =>
    (!stock_id || stock_id === data.stock_id) && (!status || status === data.status)
  return page(all.filter(matches), params)
}

const query: Action<`GET ${typeof prefix}/{coupon_id}`> = async (params, world) =>
  await find(coupon, params, world) ?? unknown(world, coupon, yesterday => ({
    ...invented(yesterday), coupon_id: params.coupon_id, status: 'SENDED' as const, create_time: yesterday.time,
    out_request_no: `${yesterday.mchid}202501020001`,
  }))

/** Returns the members that a coupon of an unknown stock takes from it; it is valid for a month. */
const invented = ({ mchid, time }: World) => ({
  stock_creator_mchid: mchid,
  stock_id: '9865000',
  coupon_name: '早餐券',
  description: '早餐时段可用',
  coupon_type: 'NORMAL' as const,
  singleitem: false,
  no_cash: false,
  available_begin_time: time,
  available_end_time: beijingTime(Date.parse(time) + 30 * 24 * 3_600_000),
  normal_coupon_information: { coupon_amount: 100, transaction_minimum: 200 },
})

/** The user pays with the coupon. */
async function use(data: Coupon, world: World): Promise<Coupon> {
  const done = used(data, world)
  await world.save(coupon, done)
  const { notify_url = '' } = await world.find(favorAddress, world.mchid) ?? {}
  notify(world, 'COUPON.USE', {
    summary: '代金券核销通知',
    original_type: 'coupon',
    notify_url,
    resource: pick(done, 'stock_creator_mchid', 'stock_id', 'coupon_id', 'coupon_name', 'status', 'description', 'create_time',
      'coupon_type', 'no_cash', 'available_begin_time', 'available_end_time', 'singleitem', 'normal_coupon_information',
      'consume_information'),
  })
  return done
}

/** Cash coupons: send, list, query. The user uses them. */
export const flow: Flow = {
  records: [wallet],
  actions: { [`POST ${prefix}`]: send, [`GET ${prefix}`]: list, [`GET ${prefix}/{coupon_id}`]: query },
  otherSide: { record: coupon, next: awaits(coupon, 'use'), act: use },
}
