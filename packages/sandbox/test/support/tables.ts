import type { Field, FieldType, Method, Operation } from '@wxpay-live/compiler/model'
import { field, operation } from './catalog.ts'

const types: Record<string, FieldType> = {
  amount: 'integer', total: 'integer', refund: 'integer', payer_total: 'integer', payer_refund: 'integer',
  total_amount: 'integer', payer_amount: 'integer', paid_amount: 'integer', paying_amount: 'integer',
  transfer_amount: 'integer', unsplit_amount: 'integer', total_count: 'integer', limit: 'integer', offset: 'integer',
  coupon_amount: 'integer', transaction_minimum: 'integer', distributed_coupons: 'integer', rate: 'integer',
  total_num: 'integer', current_total_num: 'integer', applyment_id: 'integer', plan_detail_no: 'integer',
  available_amount: 'integer', pending_amount: 'integer', success_amount: 'integer', fail_amount: 'integer',
  refund_amount: 'integer',
  actual_price: 'integer', max_coupons: 'integer', singleitem: 'boolean', no_cash: 'boolean', combine_use: 'boolean',
  complaint_full_refunded: 'boolean', incoming_user_response: 'boolean', user_complaint_times: 'integer',
  wxpay_sign_required: 'boolean', settle_rule_id: 'integer',
}

/** A row of a table: a name, with `?` if optional, with `[]` if a list; or an object with its members after its name. */
export type Row = string | Row[]

function rowOf(row: Row): Field {
  if (typeof row === 'string') {
    const name = row.replace(/[?[\]]/g, '')
    const type = row.includes('[]') ? 'string[]' : types[name] ?? 'string'
    return field(row.replace('[]', ''), type)
  }
  const [name = '', ...members] = row
  const type = String(name).endsWith('[]') ? 'object[]' : 'object'
  return field(String(name).replace('[]', ''), type, { children: members.map(rowOf) })
}

/** Makes the rows of a table: names separated by spaces, then rows of any form. */
export const table = (text: string, ...more: Row[]) => [...text.split(' ').filter(Boolean), ...more].map(rowOf)

const anything = field('json?', 'object', { children: [] })

/** Makes an operation that accepts any query and body. */
export function op(request: string, response: Field[] = []): Operation {
  const [method, path] = request.split(' ') as [Method, string]
  return { ...operation(method, path, method === 'GET' ? {} : { json: anything }, response), tolerates: true }
}
