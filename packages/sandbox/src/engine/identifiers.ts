import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import { fnv1a } from '../values/fnv1a.ts'
import { isObject } from '../values/json.ts'
import { refundId, transactionId } from '../values/numbers.ts'
import type { Call } from './call.ts'

type Identifier = Field & { sample: string }

/** Samples with fewer digits, such as a merchant's id, do not belong to one resource. */
const minDigits = 12

/** Numbers that flows generate as well. */
const numbers: Record<string, (key: string) => string> = {
  transaction_id: transactionId, refund_id: refundId,
}

/** Digits at the end of a sample that differ by resource; a date often precedes them. */
const ownDigits = 10

/** Whether WeChat Pay gives each resource a number in the field, such as `transaction_id` or `prepay_id`. */
export const isIdentifier = (field: Field): field is Identifier =>
  field.type === 'string' && !field.enum && !field.encrypted && /_(id|no)$/.test(field.name)
  && typeof field.sample === 'string' && countDigits(field.sample) >= minDigits

/**
 * Returns a number in the format of an identifier's sample: the same in every operation for the same business key,
 * and another for another key.
 *
 * @param sent the request's object at the location that the identifier's object has in the response
 */
export function personalise(field: Identifier, sent: JsonValue | undefined, call: Call): string {
  const own = numbers[field.name]
  if (own) return own(businessKey(field.name, sent, call))
  const fresh = String(fnv1a(`${field.name}:${businessKey(field.name, sent, call)}`)).padStart(ownDigits, '0')
  let left = countDigits(field.sample)
  return field.sample.replace(/\d/g, digit => left-- > ownDigits ? digit : fresh.at(-1 - left) ?? digit)
}

/** Returns the merchant's number of the resource: `out_refund_no` for a `refund_id`, else `out_trade_no`, else any. */
function businessKey(name: string, sent: JsonValue | undefined, { path, query, body }: Call): string {
  const scopes = [sent, path, Object.fromEntries(query), body].filter(isObject)
  const values = scopes.flatMap(Object.entries<JsonValue>)
  const numbers = values.filter(([key]) => /(^|_)out_\w+_no$/.test(key))
  const find = (wanted: string) => numbers.find(([key]) => key === wanted)
  const found = find(`out_${name.replace(/_(id|no)$/, '')}_no`) ?? find('out_trade_no') ?? numbers[0]
  return String(found ? found[1] : values.filter(([, value]) => typeof value !== 'object'))
}

const countDigits = (text: string) => text.match(/\d/g)?.length ?? 0
