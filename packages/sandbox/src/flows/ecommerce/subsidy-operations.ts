import { type Reason, refusal } from '../../replies/error-codes.ts'
import { move } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import { requireAvailable } from '../fund/balance.ts'
import { find } from '../kit/find.ts'
import type { Action, Flow } from '../kit/flow.ts'
import { recordPayment } from '../kit/ledger.ts'
import { pick, sum } from '../kit/params.ts'
import { subsidize } from '../payment/funds.ts'
import { findOrder, fundsIn, type PaidOrder, requirePaid, transaction, withFunds } from '../payment/transaction.ts'
import { platformAccount, type Subsidy, subsidy } from './subsidy.ts'

/** The code of page 4015593692 of 2026. */
const missing: Reason = ['ORDER_NOT_EXIST', '微信支付订单号不存在']

type Keys = { sub_mchid: string, transaction_id: string }

/**
 * Returns the order of a request and the subsidy that it declares.
 *
 * @throws Refusal if it is not paid, declares none or is unfrozen
 */
async function findDeclared(
  params: Keys, world: World,
): Promise<{ order: PaidOrder, declared: number } | undefined> {
  const order = await findOrder(pick(params, 'sub_mchid', 'transaction_id'), world)
  if (!order && !world.strict) return undefined
  if (!order) throw refusal(missing)
  requirePaid(order)
  const declared = order.settle_info?.subsidy_amount ?? 0
  if (!declared) throw refusal(['INVALID_REQUEST', '下单时没有声明补差（subsidy_amount）'])
  return { order, declared }
}

function requireFrozen(order: PaidOrder) {
  if (fundsIn(order).settled) throw refusal(['INVALID_REQUEST', '订单没有冻结，或已解冻，不能补差或取消补差'])
}

const create: Action<'POST /v3/ecommerce/subsidies/create'> = async (params, world) => {
  const amount = sum([params.amount])
  const found = await findDeclared(params, world)
  if (!found) return undefined
  const { order, declared } = found
  const { data, isNew } = await world.create(subsidy, params, () =>
    ({ ...made(params, world), ...pick(params, 'out_subsidy_no'), amount, description: params.description }))
  if (!isNew) return shown(data)
  requireFrozen(order)
  const { refunded } = fundsIn(order)
  if (amount > declared || (amount < declared && !refunded)) {
    throw refusal(['INVALID_REQUEST', `补差金额须等于下单时的 ${declared} 分，退过款的订单可以少于它：申请 ${amount} 分`])
  }
  await pay(data, world)
  await world.save(transaction, withFunds(order, subsidize(fundsIn(order), amount)))
  return shown(data)
}

/** Subsidies come only from the platform's operating money (page 4015942503 of 2026). */
async function pay({ sub_mchid, amount, transaction_id, subsidy_id, out_subsidy_no = '' }: Subsidy, world: World) {
  const account = platformAccount(world)
  await requireAvailable(account, amount, world)
  await recordPayment(account, { owner: sub_mchid, account: 'BASIC' }, {
    business: '补差', amount, belongsTo: transaction_id, id: subsidy_id, number: out_subsidy_no,
  }, world)
}

/** A cancelled subsidy is never shown. */
const shown = (data: Subsidy) => ({ ...data, result: 'SUCCESS' as const })

const made = ({ sub_mchid, transaction_id }: Keys, world: World): Subsidy => ({
  sub_mchid, transaction_id, subsidy_id: world.number('3008450740', 28, `subsidy ${transaction_id}`), amount: 0, description: '',
  result: 'SUCCESS', success_time: world.time, returned: 0, refund_ids: [], returns: 0,
})

const cancel: Action<'POST /v3/ecommerce/subsidies/cancel'> = async (params, world) => {
  const found = await findDeclared(params, world)
  if (!found) return undefined
  const { order } = found
  const known = await find(subsidy, params, world)
  if (!known) {
    requireFrozen(order)
    if (!fundsIn(order).refunded) throw refusal(['INVALID_REQUEST', '订单没有退款，不能取消补差'])
  }
  const data: Subsidy = known ?? { ...made(params, world), result: 'CANCELED' }
  await world.save(subsidy, move(subsidy, data, 'cancel'))
  return { ...pick(params, 'sub_mchid', 'transaction_id', 'description'), result: 'SUCCESS' }
}

/** Subsidies of a platform: request, cancel. */
export const flow: Flow = {
  records: [subsidy],
  actions: {
    'POST /v3/ecommerce/subsidies/create': create,
    'POST /v3/ecommerce/subsidies/cancel': cancel,
  },
}
