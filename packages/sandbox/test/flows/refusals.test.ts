import { describe, expect, test } from 'vitest'
import { refusal } from '../../src/replies/error-codes.ts'
import { published } from '../support/documented.ts'
import { readRefusals } from '../support/read-refusals.ts'

const refusals = readRefusals()

/** Codes in the sources of an operation that no request gets, because of conditions that cannot be read from them. */
const unreachable: Record<string, string[]> = {
  // A strict sandbox replies that the member did not authorize.
  'GET /v3/businesscircle/user-authorizations/{openid}': ['RESOURCE_NOT_EXISTS'],
  // Only an update needs an address.
  'POST /v3/merchant-service/complaint-notifications': ['RESOURCE_NOT_EXISTS'],
  // Only a new order is paid.
  'POST /v3/pay/transactions/codepay': ['ORDER_CLOSED', 'ORDERPAID'],
  'POST /v3/pay/partner/transactions/codepay': ['ORDER_CLOSED', 'ORDERPAID'],
  'POST /v3/global/micropay/transactions/pay': ['ORDER_CLOSED', 'ORDERPAID'],
  'POST /v3/ecommerce/combine-papay/transactions': ['ORDER_CLOSED', 'ORDERPAID'],
  // No part of a deduction is closed.
  'POST /v3/ecommerce/combine-papay/transactions/{combine_out_trade_no}/reverse': ['ORDER_CLOSED'],
  // Only a new order is completed.
  'POST /v3/payscore/serviceorder/direct-complete': ['INVALID_ORDER_STATE', 'ORDER_DONE', 'ORDER_CANCELED'],
  // An order without a payment is refused before.
  'POST /v3/refund/domestic/refunds': ['ORDER_CLOSED'],
  'POST /v3/global/refunds': ['ORDER_CLOSED'],
  'POST /v3/ecommerce/refunds/apply': ['ORDER_CLOSED'],
}

/** Returns the codes of an operation that its page does not list with their status. */
function undocumented(name: string, errors: { status: number, code: string }[]): string[] {
  const listed = [...errors, ...published.errors ?? []]
  const isListed = (code: string) =>
    listed.some(error => error.code === code && error.status === refusal([code, '']).status)
  return [...refusals.get(name) ?? []].filter(code => !isListed(code))
}

describe('lists in its error table every code of the flow:', () => {
  const pages = published.operations.filter(({ verified }) => verified)
    .map(({ method, path, errors = [] }) => ({ name: `${method} ${path}`, errors }))
    .filter(({ name }) => refusals.has(name))

  test.each(pages)('$name', ({ name, errors }) => {
    expect(undocumented(name, errors)).toEqual(unreachable[name] ?? [])
  })

  test('of more than a hundred operations', () => {
    expect(pages.length).toBeGreaterThan(140)
  })
})

test('says 未证实 only of codes that the flow of the operation returns', () => {
  const invented = published.operations.map(({ method, path, errors = [], verified }) => ({
    name: `${method} ${path}`,
    codes: errors.filter(({ code, doubtful }) => doubtful && !refusals.get(`${method} ${path}`)?.has(code)),
    verified,
  }))
  expect(invented.filter(({ codes, verified }) => codes.length && verified)).toEqual([])
})

describe('reads from the sources', () => {
  test.each<[string, string, string[]]>([
    ['what a function throws within another that creates a record', 'POST /v3/marketing/favor/users/{openid}/coupons', ['NOT_ENOUGH', 'RULE_LIMIT']],
    ['a reason that is a constant', 'POST /v3/refund/domestic/refunds', ['RESOURCE_NOT_EXISTS']],
    ['the states that do not allow an event', 'POST /v3/pay/transactions/out-trade-no/{out_trade_no}/close', ['ORDERPAID', 'ORDER_CLOSED']],
    ['the unknown and the used key of a record that is an argument', 'POST /v3/payscore/plan/payscore-plans', ['ALREADY_EXISTS']],
    ['the states of another machine', 'POST /v3/combine-transactions/jsapi', ['ORDERPAID', 'ORDER_CLOSED']],
    ['a record that a function makes', 'GET /v3/marketing/favor/callbacks', ['RESOURCE_NOT_EXISTS']],
    ['a responder', 'GET /v3/billdownload/file', ['RESOURCE_NOT_EXISTS']],
    ['functions of other products', 'POST /v3/profitsharing/orders', ['NOT_ENOUGH', 'RULE_LIMIT']],
  ])('%s', (_, name, codes) => {
    expect([...refusals.get(name) ?? []]).toEqual(expect.arrayContaining(codes))
  })

  test('no code of an operation that refuses nothing', () => {
    expect(refusals.get('POST /v3/profitsharing/receivers/add')).toEqual(new Set())
  })
})
