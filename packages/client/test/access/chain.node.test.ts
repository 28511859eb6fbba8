import { inspect } from 'node:util'
import inspectObject from 'object-inspect'
import { describe, expect, it, vi } from 'vitest'
import { createChain, type Send } from '../../src/access/chain.ts'
import type { Wxpay } from '../../src/access/wxpay.ts'

const send = vi.fn<Send>(call => call)
const wxpay = createChain(send, {})
const cancel = '/v3/payscore/smartretail-orders/{out_order_no}/cancel'

describe('sends the same in all three styles and any mix of them', () => {
  it.each<[string, Wxpay]>([
    ['chain', wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel],
    ['declaration', wxpay.chain('v3/payscore/smartretail-orders/{out_order_no}/cancel')],
    ['property', wxpay['v3/payscore/smartretail-orders/{out_order_no}/cancel']],
    ['leading slash', wxpay.chain(cancel)],
    ['mixed', wxpay.v3.chain('payscore')['smartretailOrders/{out_order_no}'].cancel],
  ])('%s', (_, chain) => {
    expect(chain.post({ out_order_no: '1' })).toEqual(
      { method: 'POST', async: false, template: cancel, options: { out_order_no: '1' } })
  })
})

it.each([
  ['get', 'GET', false], ['post', 'POST', false], ['put', 'PUT', false], ['patch', 'PATCH', false],
  ['delete', 'DELETE', false], ['getAsync', 'GET', true], ['postAsync', 'POST', true], ['putAsync', 'PUT', true],
  ['patchAsync', 'PATCH', true], ['deleteAsync', 'DELETE', true],
] as const)('%s sends', (verb, method, async) => {
  expect(wxpay.v3.x[verb]()).toEqual({ method, async, template: '/v3/x', options: undefined })
})

it.each<[Wxpay, string]>([
  [wxpay.v3.templates.delete, '/v3/templates/delete'],
  [wxpay.v3.get.post, '/v3/get/post'],
  [wxpay.v3.chain.apply.bind.call, '/v3/chain/apply/bind/call'],
  [wxpay.v3.name.length.constructor.prototype, '/v3/name/length/constructor/prototype'],
  [wxpay.v3.hasOwnProperty.isPrototypeOf, '/v3/has-own-property/is-prototype-of'],
  [wxpay.v3.users._empty_, '/v3/users/'],
])('reads words of JavaScript and of the client as plain segments: %s', (chain, template) => {
  expect(chain.postAsync()).toMatchObject({ template })
})

it('can be reused', () => {
  const orders = wxpay.v3.orders
  expect(orders.a.get()).toMatchObject({ template: '/v3/orders/a' })
  expect(orders.get()).toMatchObject({ template: '/v3/orders' })
})

describe('an unfinished chain', () => {
  const chain = wxpay.v3.payscore._id_
  const unsent = <T>(use: () => T) => {
    send.mockClear()
    const result = use()
    expect(send).not.toHaveBeenCalled()
    return result
  }

  it('can be awaited', async () => {
    expect(await unsent(() => chain)).toBeTypeOf('function')
    expect(await unsent(() => Promise.resolve(wxpay))).toBeTypeOf('function')
  })

  it('is its path as JSON and as text', () => {
    expect(unsent(() => JSON.stringify({ chain }))).toBe('{"chain":"/v3/payscore/{id}"}')
    expect(unsent(() => `${chain}`)).toBe('/v3/payscore/{id}')
    expect(unsent(() => String(chain))).toBe('/v3/payscore/{id}')
  })

  it('can be inspected', () => {
    expect(unsent(() => inspect(chain, { showHidden: true }))).toContain('Function')
    expect(unsent(() => inspectObject(chain))).toContain('Function')
  })

  it('has no symbols', () => {
    expect(unsent(() => Reflect.get(chain, Symbol.iterator))).toBeUndefined()
    expect(unsent(() => Reflect.get(chain, Symbol.toPrimitive))).toBeUndefined()
    expect(unsent(() => Reflect.get(chain, Symbol.toStringTag))).toBeUndefined()
    expect(() => unsent(() => [...chain as unknown as string[]])).toThrow(TypeError)
  })

  it('cannot be assigned to', () => {
    expect(() => unsent(() => { (chain as Record<string, unknown>).foo = 'bar' })).toThrow(TypeError)
    expect(() => unsent(() => Object.defineProperty(chain, 'foo', { value: 1 }))).toThrow(TypeError)
  })

  it('throws its name if it is called', () => {
    expect(() => unsent(() => chain.cancel())).toThrow(
      new TypeError('wxpay.v3.payscore._id_.cancel is not a function; '
        + 'end the chain with get, post, put, patch, delete or …Async'))
    expect(() => unsent(() => chain.toFixed())).toThrow(TypeError)
    expect(() => unsent(() => Reflect.apply(wxpay as never, undefined, []))).toThrow('wxpay is not a function')
  })

  it.each([
    [(chain: Wxpay) => chain.v3.pay.posst(), 'wxpay.v3.pay.posst is not a function; did you mean post?'],
    [(chain: Wxpay) => chain.v3.pay.getasync(), 'wxpay.v3.pay.getasync is not a function; did you mean getAsync?'],
    [(chain: Wxpay) => chain.encypt('x'), 'wxpay.encypt is not a function; did you mean encrypt?'],
    [(chain: Wxpay) => chain.webhok.parse({}), 'wxpay.webhok.parse is not a function; did you mean webhook?'],
  ])('suggests the nearest name: %s', (call, message) => {
    const members = { encrypt: () => '', webhook: { parse: () => '' } }
    expect(() => unsent(() => call(createChain(send, members)))).toThrow(new TypeError(message))
  })

  it.each([undefined, '', 1, null])('refuses chain(%j)', (path) => {
    expect(() => unsent(() => wxpay.chain(path as string))).toThrow('path: expected a path such as')
  })
})
