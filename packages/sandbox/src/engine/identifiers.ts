import type { Field, JsonValue } from '@wxpay-live/compiler/model'
import type { Call } from './call.ts'
import { fnv1a } from '../values/fnv1a.ts'
import { refundId, transactionId } from '../values/numbers.ts'
import { isObject } from '../values/json.ts'

type Identifier = Field & { sample: string }

/** Samples with fewer digits, such as a merchant's id, are of things that outlive the request. */
const fewest = 12

/** Numbers that flows give, too. */
const numbers: Record<string, (key: string) => string> = {
  transaction_id: transactionId, refund_id: refundId,
}

/** How many digits at the end of a sample tell one resource from another; before them there is often a date. */
const varied = 10

/** Whether the field holds a number WeChat Pay gives each resource, such as `transaction_id` or `prepay_id`. */
export const isIdentifier = (field: Field): field is Identifier =>
  field.type === 'string' && !field.enum && !field.encrypted && /_(id|no)$/.test(field.name)
  && typeof field.sample === 'string' && countDigits(field.sample) >= fewest

/**
 * Makes the sample of an identifier the request's own: another business key gives another number of the same form,
 * and every operation gives the same number for the same key.
 *
 * @param near the object of the request that stands where the identifier's will stand in the response
 */
export function personalise(field: Identifier, near: JsonValue | undefined, call: Call): string {
  const own = numbers[field.name]
  if (own) return own(businessKey(field.name, near, call))
  const fresh = String(fnv1a(`${field.name}:${businessKey(field.name, near, call)}`)).padStart(varied, '0')
  let left = countDigits(field.sample)
  return field.sample.replace(/\d/g, digit => left-- > varied ? digit : fresh.at(-1 - left) ?? digit)
}

/** The number the merchant gave the resource: `out_refund_no` for a `refund_id`, else that of the order, else any. */
function businessKey(name: string, near: JsonValue | undefined, { path, query, body }: Call): string {
  const scopes = [near, path, Object.fromEntries(query), body].filter(isObject)
  const values = scopes.flatMap(Object.entries<JsonValue>)
  const numbers = values.filter(([key]) => /(^|_)out_\w+_no$/.test(key))
  const find = (wanted: string) => numbers.find(([key]) => key === wanted)
  const found = find(`out_${name.replace(/_(id|no)$/, '')}_no`) ?? find('out_trade_no') ?? numbers[0]
  return String(found ? found[1] : values.filter(([, value]) => typeof value !== 'object'))
}

const countDigits = (text: string) => text.match(/\d/g)?.length ?? 0
