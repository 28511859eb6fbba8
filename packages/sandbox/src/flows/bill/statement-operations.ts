import type { Call, Context } from '../../engine/call.ts'
import { billOf } from './bill.ts'
import { bytesOf } from '../kit/downloads.ts'
import type { Responders } from '../kit/flow.ts'
import { tradeBill } from './trade-bill.ts'

async function respond({ query }: Call, { state }: Context) {
  const bill_date = (query.get('date') ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  const content = await state.change(world => billOf(tradeBill, { bill_date }, world))
  return { status: 200, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, file: bytesOf(content) }
}

/** Bills of trade abroad, answered at once. */
export const statements: Responders = { 'GET /v3/statements': respond, 'GET /v3/global/statements': respond }
