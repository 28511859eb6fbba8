import type { World } from '../../state/world.ts'
import { subsidy, subsidyReturn } from '../ecommerce/subsidy.ts'
import type { Movement } from '../kit/ledger.ts'
import { advanceReturn } from '../refund/advance-return.ts'

/** What one side pays to the other. */
type Payment = Pick<Movement, 'time' | 'business' | 'amount' | 'belongsTo' | 'id' | 'number'> & { sub_mchid: string }

/**
 * Returns the movements between the platform and its sub-merchants: subsidies and repaid advances. The platform pays
 * subsidies from its operating money (page 4015942503 of 2026), its sub-merchants have an income account.
 */
export async function platformMovements(world: World): Promise<Movement[]> {
  const [subsidies, returns, repaid] = await Promise.all([
    world.list(subsidy), world.list(subsidyReturn), world.list(advanceReturn),
  ])
  const { mchid } = world
  const paid = subsidies.filter(({ result }) => result !== 'CANCELED').map((data): Payment => ({
    sub_mchid: data.sub_mchid, time: data.success_time, business: '补差', amount: data.amount,
    belongsTo: data.transaction_id, id: data.subsidy_id, number: data.out_subsidy_no ?? '',
  }))
  const returned = returns.map((data): Payment => ({
    sub_mchid: data.sub_mchid, time: data.success_time, business: '补差回退', amount: -data.amount,
    belongsTo: data.transaction_id, id: data.subsidy_refund_id, number: data.out_order_no,
  }))
  const advances = repaid.filter(({ result }) => result === 'SUCCESS').map((data): Payment => ({
    sub_mchid: data.sub_mchid, time: data.success_time ?? '', business: '垫付回补', amount: -data.return_amount,
    belongsTo: data.refund_id, id: data.advance_return_id, number: '',
  }))
  return [
    ...[...paid, ...returned].flatMap(payment => sidesOf(payment, { owner: mchid, account: 'OPERATION' })),
    ...advances.flatMap(payment => sidesOf(payment, { owner: mchid, account: 'BASIC' })),
  ]
}

/** Returns a payment to a sub-merchant as both accounts see it. */
const sidesOf = ({ sub_mchid, ...payment }: Payment, platform: Pick<Movement, 'owner' | 'account'>): Movement[] => [
  { ...payment, owner: sub_mchid, account: 'BASIC' },
  { ...payment, ...platform, amount: -payment.amount },
]
