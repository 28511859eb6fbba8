import type { Call } from '../../engine/call.ts'
import type { Context } from '../../engine/context.ts'
import { bytesOf } from '../kit/downloads.ts'
import { fileReply } from '../kit/file-reply.ts'
import type { Flow } from '../kit/flow.ts'
import { billOf } from './bill.ts'
import { tradeBill } from './trade-bill.ts'

async function respond({ query }: Call, { state }: Context) {
  const bill_date = (query.get('date') ?? '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  const content = await state.read(world => billOf(tradeBill, { bill_date }, world))
  return fileReply(bytesOf(content), 'text/plain; charset=utf-8')
}

/** Trade bills of merchants overseas: the response is the file. */
export const flow: Flow = {
  responders: { 'GET /v3/global/statements': respond },
}
