import { type Machine, move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { notify } from '../kit/notify.ts'
import { pick } from '../kit/params.ts'
import { authorization } from './authorization.ts'
import { payFees, type SettleInfo, takeOut } from './money.ts'

/** A request to settle orders for a payee. */
export type Wanted = {
  out_settle_batch_no: string
  individual_auth_id: string
  notify_url: string
  description: string
  trade_scenario: 'RECOMMERCE' | 'INDIVIDUALTRADE'
  settle_info_list: SettleInfo[]
}

/** A settlement as it is stored. */
export type Settlement = Wanted & {
  settle_batch_no: string
  state: 'ACCEPTED' | 'RECEIVED' | 'SUCCESS' | 'DEDUCT_FEE_FAIL' | 'ABNORMAL' | 'ABNORMAL_SETTLE_SUCCESS'
  create_time: string
  finish_time?: string
  abnormal_type?: 'AUTH_RELATIONSHIP_INVALID' | 'USER_PAY_QUOTA_LIMIT'
  abnormal_settle_result?: {
    abnormal_settle_type: 'TRANSFER_TO_ORIGINAL_RECEIVE_USER'
    out_abnormal_settle_batch_no: string
    abnormal_fund_receipt_id: string
    apply_success_time: string
  }
  /** What goes wrong when the other side acts. */
  fails?: 'quota' | 'fee'
}

type Event = 'receive' | 'finish' | 'failFee' | 'getStuck' | 'redirect'

/** A settlement and its states. */
export const settlement: Machine<Event, Settlement> = {
  name: 'individual-settlement',
  label: '个人收款结算',
  key: ['out_settle_batch_no'],
  aliases: ['settle_batch_no'],
  within: ['individual_auth_id'],
  state: 'state',
  transitions: {
    receive: { from: ['ACCEPTED'], to: 'RECEIVED' },
    getStuck: { from: ['ACCEPTED'], to: 'ABNORMAL' },
    finish: { from: ['RECEIVED'], to: 'SUCCESS' },
    failFee: { from: ['RECEIVED'], to: 'DEDUCT_FEE_FAIL' },
    redirect: { from: ['ABNORMAL'], to: 'ABNORMAL_SETTLE_SUCCESS' },
  },
  missing: ['INVALID_REQUEST', '结算批次单不存在'],
  used: ['INVALID_REQUEST', '商户结算批次单号重复：同一单号须用相同的参数'],
}

/** The payee confirms and receives the money, then the fee is deducted; the platform is notified of the end. */
export async function act(data: Settlement, world: World): Promise<Settlement> {
  const done = data.state === 'ACCEPTED' ? await received(data, world) : await finished(data, world)
  await world.save(settlement, done)
  if (done.state !== 'SUCCESS') return done
  notify(world, 'SETTLEMENT.SUCCESS', {
    summary: '结算成功', original_type: 'settlement', notify_url: data.notify_url,
    resource: {
      ...pick(done, 'out_settle_batch_no', 'settle_batch_no', 'individual_auth_id', 'description', 'state'),
      ...pick(done, 'trade_scenario', 'create_time', 'finish_time'),
    },
  })
  return done
}

/** Money cannot reach a payee who took the authorization back, or is above the limit. */
async function received(data: Settlement, world: World): Promise<Settlement> {
  const payee = await world.find(authorization, data.individual_auth_id, 'individual_auth_id')
  const isWithdrawn = payee?.auth_state === 'UNAUTHORIZED'
  if (!isWithdrawn && data.fails !== 'quota') {
    await takeOut(data, world)
    return move(settlement, data, 'receive')
  }
  const abnormal_type = isWithdrawn ? 'AUTH_RELATIONSHIP_INVALID' : 'USER_PAY_QUOTA_LIMIT'
  return { ...move(settlement, data, 'getStuck'), abnormal_type }
}

async function finished(data: Settlement, world: World): Promise<Settlement> {
  if (data.fails === 'fee') return move(settlement, data, 'failFee')
  await payFees(data, world)
  return { ...move(settlement, data, 'finish'), finish_time: world.time }
}
