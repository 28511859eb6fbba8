import { refusal } from '../../replies/error-codes.ts'
import { businessKey, type World } from '../../state/world.ts'
import { differ } from '../kit/find.ts'
import type { Params } from '../kit/operation.ts'
import type { Funds } from '../payment/funds.ts'
import type { Order } from '../payment/transaction.ts'
import { receiver } from './receiver-operations.ts'

/** A receiver and its money in a request. */
export type Share = Params<'POST /v3/profitsharing/orders'>['receivers'][number]

/**
 * Checks that every receiver was added, under the same name.
 *
 * @throws Refusal if the sandbox is strict and one was not
 */
export async function requireReceivers(receivers: Share[], world: World) {
  if (!world.strict) return
  for (const item of receivers) {
    const known = await world.find(receiver, businessKey(receiver, item))
    const issue = known ? '的姓名或全称（name）与添加时不一致' : '与商户没有分账关系，请先添加分账接收方'
    if (known && !differ(known.name ?? '', item.name ?? '')) continue
    throw refusal(['INVALID_REQUEST', `分账接收方 ${item.account} ${issue}`])
  }
}

/** Maximum part of an order that a sub-merchant may share, in ten-thousandths; WeChat Pay's default. */
export const maxRatio = 3000

/** @throws Refusal if a sub-merchant shared more of the order than it may */
export function requireRatio({ amount: { total } }: Order, { shared }: Funds) {
  const limit = Math.floor(total * maxRatio / 10_000)
  if (shared <= limit) return
  throw refusal(['RULE_LIMIT', `超过子商户的最大分账比例 ${maxRatio / 100}%：订单 ${total} 分，共分 ${shared} 分，最多 ${limit} 分`])
}
