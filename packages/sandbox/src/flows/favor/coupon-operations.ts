import { refusal } from '../../replies/error-codes.ts'
import { current, move } from '../../state/machine.ts'
import type { RecordType } from '../../state/record-type.ts'
import type { World } from '../../state/world.ts'
import type { JsonObject } from '../../values/json.ts'
import { find, unknown } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { page } from '../kit/page.ts'
import { pick, text } from '../kit/params.ts'
import { awaits } from '../kit/steps.ts'
import { favorAddress } from './callback-operations.ts'
import { coupon, used } from './coupon.ts'
import { couponOf, limits, stock } from './stock.ts'

/** The ids of a user's coupons, so that a list does not read the coupons of all users. */
const wallet: RecordType = {
  name: 'favor-user',
  label: '代金券用户',
  key: ['openid'],
  missing: coupon.missing,
  used: coupon.used,
}

async function couponsOf(openid: string, world: World): Promise<JsonObject[]> {
  const { coupons = [] } = await world.find(wallet, openid) ?? {}
  const all = Array.isArray(coupons) ? coupons : []
  const found = await Promise.all(all.map(id => world.find(coupon, String(id))))
  return found.filter(data => data !== undefined).map(data => current(coupon, data, world.now))
}

const send: Action = async (params, world) => {
  const openid = text(params, 'openid')
  const batch = await find(stock, params, world)
  if (!batch && world.strict) throw refusal(stock.missing)
  const number = `${text(params, 'stock_id')}/${openid}/${text(params, 'out_request_no')}`
  const coupon_id = world.number('9', 10, number)
  const owned = await couponsOf(openid, world)
  const { data, isNew } = await world.create(coupon, { ...params, coupon_id }, () => {
    if (batch) requireAvailable(batch, owned)
    const about = batch ? couponOf(batch) : pick(params, 'stock_id', 'stock_creator_mchid')
    return { ...pick(params, 'openid', 'appid', 'out_request_no'), ...about, coupon_id, status: 'SENDED', create_time: world.time }
  })
  if (!isNew) return data
  if (batch) await world.save(stock, { ...batch, distributed_coupons: Number(batch.distributed_coupons) + 1 })
  await world.save(wallet, { openid, coupons: [...owned.map(({ coupon_id = '' }) => coupon_id), coupon_id] })
  return data
}

function requireAvailable(batch: JsonObject, owned: JsonObject[]) {
  move(stock, batch, 'send')
  const { all, each } = limits(batch)
  if (Number(batch.distributed_coupons) >= all) throw refusal(['NOT_ENOUGH', '批次预算不足'])
  const own = owned.filter(({ stock_id }) => stock_id === batch.stock_id)
  if (own.length >= each) throw refusal(['RULE_LIMIT', '用户已达到单人领取上限'])
}

const list: Action = async (params, world) => {
  const all = await couponsOf(text(params, 'openid'), world)
  if (!all.length && !world.strict) return undefined
  const matches = (data: JsonObject) => ['stock_id', 'status'].every(name => !params[name] || params[name] === data[name])
  return page('data', all.filter(matches), params)
}

const query: Action = async (params, world) => {
  const data = await find(coupon, params, world)
  return data ?? unknown(world, coupon, yesterday => ({
    ...pick(params, 'coupon_id'), stock_creator_mchid: yesterday.mchid, stock_id: '9865000', coupon_name: '早餐券', status: 'SENDED',
    create_time: yesterday.time, coupon_type: 'NORMAL', normal_coupon_information: { coupon_amount: 100, transaction_minimum: 200 },
  }))
}

const notifiedMembers = [
  'stock_creator_mchid', 'stock_id', 'coupon_id', 'coupon_name', 'status', 'description', 'create_time', 'coupon_type',
  'no_cash', 'available_begin_time', 'available_end_time', 'singleitem', 'normal_coupon_information',
  'consume_information',
]

/** The user pays with the coupon. */
async function use(data: JsonObject, world: World): Promise<JsonObject> {
  const done = used(data, world)
  await world.save(coupon, done)
  const { notify_url = '' } = await world.find(favorAddress, world.mchid) ?? {}
  world.notify({
    event_type: 'COUPON.USE', summary: '代金券核销通知', original_type: 'coupon', notify_url: String(notify_url),
    resource: pick(done, ...notifiedMembers),
  })
  return done
}

const prefix = '/v3/marketing/favor/users/{openid}/coupons'

/** Cash coupons: send, list, query. The user uses them. */
export const flow: Flow = {
  records: [wallet],
  actions: { [`POST ${prefix}`]: send, [`GET ${prefix}`]: list, [`GET ${prefix}/{coupon_id}`]: query },
  otherSide: { record: coupon, next: awaits(coupon, 'use'), act: use },
}
