import { refusal } from '../../replies/error-codes.ts'
import { Refusal } from '../../replies/refusal.ts'
import type { World } from '../../state/world.ts'
import type { Action, Flow } from '../kit/flow.ts'
import type { Params } from '../kit/operation.ts'
import { omit, pick } from '../kit/params.ts'
import { sharingOrder } from '../profitsharing/order-operations.ts'
import { apply, query } from '../profitsharing/return-operations.ts'
import { returnOrder, shownReturn } from '../profitsharing/return.ts'

/** A platform learns the result at once. */
const giveBack: Action<'POST /v3/ecommerce/profitsharing/returnorders'> = async (params, world) => {
  const data = await apply(omit(params, 'transaction_id'), world, requireHeld)
  if (!data || data instanceof Refusal) return data
  return shown(shownReturn(await world.find(returnOrder, data.out_return_no) ?? data), world)
}

function requireHeld(left: number, amount: number) {
  if (amount > left) throw refusal(['NOT_ENOUGH', `剩余可回退的金额不足：可回退 ${left} 分，申请 ${amount} 分`])
}

async function shown({ return_id, ...data }: ReturnType<typeof shownReturn>, world: World) {
  const shared = await world.find(sharingOrder, data.out_order_no)
  return {
    ...pick(data, 'sub_mchid', 'order_id', 'out_order_no', 'out_return_no', 'return_mchid', 'amount', 'result', 'fail_reason', 'finish_time'),
    return_no: return_id,
    transaction_id: shared?.transaction_id ?? world.number('4200002604', 28, data.out_order_no),
  }
}

const queryReturn = async (params: Params<'GET /v3/ecommerce/profitsharing/returnorders'>, world: World) => {
  const data = await query(params, world)
  return data && shown(data, world)
}

/** Returns of shared money to the sub-merchant: request, query. */
export const flow: Flow = {
  actions: {
    'POST /v3/ecommerce/profitsharing/returnorders': giveBack,
    'GET /v3/ecommerce/profitsharing/returnorders': queryReturn,
  },
}
