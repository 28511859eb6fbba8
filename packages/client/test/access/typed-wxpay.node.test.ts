import { describe, expectTypeOf, it } from 'vitest'
import type { Paths } from '../../../compiler/test/fixtures/paths.d.ts'
import type { TypedResponse } from '../../src/access/operation.ts'
import type { TypedWxpay } from '../../src/access/typed-wxpay.ts'
import type { Wxpay } from '../../src/access/wxpay.ts'
import { type Client, createClient } from '../../src/client.ts'
import type { Encrypted } from '../../src/crypto/encrypted.ts'
import type { ClientOptions } from '../../src/options.ts'
import type { SyncResponse } from '../../src/sync-response.ts'

type Cancelled = Paths['/v3/payscore/smartretail-orders/{out_order_no}/cancel']['post']['response']

/** For the compiler only: the program does not run. */
const compiled: (program: (wxpay: TypedWxpay<Paths>, encrypted: Encrypted) => void) => void = () => {}

const json = { appid: 'wx', service_id: '1', reason: '用户投诉' }

it('types a client by its map and loosely without one, both with the helpers', () => {
  const create = (options: ClientOptions) => [createClient(options), createClient<Paths>(options)] as const
  expectTypeOf(create).returns.toEqualTypeOf<readonly [Client, Client<Paths>]>()
  expectTypeOf<Client>().toExtend<Wxpay>()
  expectTypeOf<Client<Paths>>().toExtend<TypedWxpay<Paths>>()
  expectTypeOf<Client<Paths>['encrypt']>().returns.toEqualTypeOf<Promise<Encrypted>>()
  expectTypeOf<Client['webhook']['parse']>().parameter(0).toExtend<object>()
})

it('types the same operation in all three styles', () => compiled((wxpay) => {
  const chain = wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel
  const declared = wxpay.chain('v3/payscore/smartretail-orders/{out_order_no}/cancel')
  const property = wxpay['v3/payscore/smartretail-orders/{out_order_no}/cancel']
  const mixed = wxpay.v3.payscore.chain('smartretail-orders/{out_order_no}/cancel')
  expectTypeOf(chain.post).toEqualTypeOf(declared.post)
  expectTypeOf(chain.postAsync).toEqualTypeOf(property.postAsync)
  expectTypeOf(mixed.postAsync).toEqualTypeOf(declared.postAsync)
  expectTypeOf(wxpay.chain('/v3/payscore/smartretail-orders').get).toEqualTypeOf(wxpay.v3.payscore.smartretailOrders.get)
}))

it('types responses, asynchronous and synchronous', () => compiled((wxpay) => {
  const { cancel } = wxpay.v3.payscore.smartretailOrders._out_order_no_
  expectTypeOf(cancel.postAsync({ out_order_no: '1', json })).toEqualTypeOf<Promise<TypedResponse<Cancelled>>>()
  expectTypeOf(cancel.post({ out_order_no: '1', json })).toEqualTypeOf<SyncResponse<Cancelled>>()
  expectTypeOf(cancel.post({ out_order_no: '1', json }).json().order_id).toEqualTypeOf<string>()
  expectTypeOf(wxpay.v3.payscore.smartretailOrders.delete().json()).toEqualTypeOf<undefined>()
}))

describe('does not compile a mistake', () => {
  it('in the path', () => compiled((wxpay) => {
    // @ts-expect-error smartretailOrders
    void wxpay.v3.payscore.smartretailOrder
    // @ts-expect-error an unknown path
    wxpay.chain('v3/payscore/smartretail-order')
    // @ts-expect-error an unknown path
    void wxpay['v3/payscore']
    // @ts-expect-error no operation of this verb
    void wxpay.v3.payscore.smartretailOrders.patch
    // @ts-expect-error not an operation yet
    void wxpay.v3.payscore.get
  }))

  it('in path variables', () => compiled((wxpay) => {
    const { cancel } = wxpay.v3.payscore.smartretailOrders._out_order_no_
    // @ts-expect-error missing
    cancel.post({ json })
    // @ts-expect-error misspelt
    cancel.post({ out_order_nr: '1', json })
    // @ts-expect-error of another type
    cancel.post({ out_order_no: 1, json })
  }))

  it('in json', () => compiled((wxpay) => {
    const { cancel } = wxpay.v3.payscore.smartretailOrders._out_order_no_
    // @ts-expect-error missing
    cancel.post({ out_order_no: '1' })
    // @ts-expect-error a member is missing
    cancel.post({ out_order_no: '1', json: { appid: 'wx', service_id: '1' } })
    // @ts-expect-error a member too many
    cancel.post({ out_order_no: '1', json: { ...json, reasons: '' } })
  }))

  it('in query and in unknown options', () => compiled((wxpay) => {
    const orders = wxpay.v3.payscore.smartretailOrders
    orders.get({ query: { out_order_no: '1', limit: 3, fields: ['a'] } })
    // @ts-expect-error required
    orders.get()
    // @ts-expect-error of another type
    orders.get({ query: { out_order_no: '1', limit: '3' } })
    // @ts-expect-error unknown
    orders.delete({ qurey: {} })
  }))
})

it('accepts encrypted texts, and does not ask for Wechatpay-Serial', () => compiled((wxpay, encrypted) => {
  const orders = wxpay.v3.payscore.smartretailOrders
  const post_payments = [{ name: encrypted }]
  orders.post({ json: { out_order_no: '1', total_amount: 1, cert_no: encrypted, post_payments } })
  orders.post({ json: { out_order_no: '1', total_amount: 1 }, headers: { 'Wechatpay-Serial': 'PUB_KEY_ID_1', 'X': '1' } })
  // @ts-expect-error a number cannot be encrypted
  orders.post({ json: { out_order_no: '1', total_amount: encrypted } })
}))

it('accepts the options that every call has', () => compiled((wxpay) => {
  const { signal } = new AbortController()
  wxpay.v3.payscore.smartretailOrders.delete({ timeout: 1000, signal, idempotent: true })
}))

it('leaves paths outside the map to an untyped client', () => compiled((wxpay) => {
  expectTypeOf((wxpay as object as Wxpay).chain('v3/new').postAsync()).toEqualTypeOf<Promise<Response>>()
}))

it('types an upload as a form or its parts, and a file without JSON', () => {
  interface Files {
    '/v3/media/upload': { post: { path: object, body: FormData, response: { media_id: string } } }
    '/v3/billdownload/file': { get: { path: object, query: { token: string }, response: ArrayBuffer } }
  }
  const compiles: (program: (wxpay: TypedWxpay<Files>) => void) => void = () => {}
  compiles((wxpay) => {
    wxpay.v3.media.upload.post({ body: new FormData() })
    wxpay.v3.media.upload.post({ body: { meta: { filename: 'a.jpg', sha256: '' }, file: new Uint8Array() } })
    // @ts-expect-error without the part that is signed
    wxpay.v3.media.upload.post({ body: { file: new Uint8Array() } })
    const file = wxpay.v3.billdownload.file.get({ query: { token: '1' } })
    expectTypeOf(file.json()).toEqualTypeOf<never>()
    expectTypeOf(file.bytes()).toEqualTypeOf<Uint8Array<ArrayBuffer>>()
  })
})
