import type { Catalog, Operation } from '@wxpay-live/compiler/model'
import published from '@wxpay-live/openapi/catalog.json' with { type: 'json' }
import { routeBy } from '@wxpay-live/sandbox/check'
import { compileFolder, snippets } from '@wxpay-live/compiler'
import { describe, expect, it } from 'vitest'
import { pathBefore, stepsAfter } from '../../editor/chain-steps.ts'
import { completionPlace } from '../../editor/completion-place.ts'
import { language as php } from '../../editor/grammar-php.ts'
import { language as typescript } from '../../editor/grammar-typescript.ts'
import { marksOf } from '../../editor/marks.ts'
import { pathMark } from '../../editor/path-mark.ts'
import { requestCalls, type RequestCall } from '../../editor/request-calls.ts'

const languages = { typescript, php }
const { operations } = published as unknown as Catalog
const route = routeBy({ operations })
const operationOf = async ({ method, path }: RequestCall) => (await route(method, path)).operation

type Editable = keyof typeof languages

const callsIn = (code: string, language: Editable) => (
  requestCalls(languages[language].parser.parse(code), code)
)

/** The marks of a code: the marked text, the message, and the name that it suggests. */
async function marks(code: string, language: Editable = 'typescript') {
  const found = await Promise.all(callsIn(code, language).map(async call => (
    marksOf(call, await operationOf(call), code, language)
  )))
  return found.flat().map(({ from, to, message, fix }) => (
    [code.slice(from, to), message, ...fix ? [fix.label] : []]
  ))
}

/** The code after the offer of that name is taken. */
async function mended(code: string, label: string, language: Editable = 'typescript') {
  const [call] = callsIn(code, language)
  const operation = await operationOf(call!)
  const fix = marksOf(call!, operation, code, language).find(({ fix }) => fix?.label === label)?.fix
  return fix && code.slice(0, fix.from) + fix.insert + code.slice(fix.to)
}

/** The names or values offered where the code has a `|`. */
async function offered(marked: string, language: Editable = 'typescript') {
  const at = marked.indexOf('|')
  const [call] = callsIn(marked.replace('|', ''), language)
  const operation = await operationOf(call!)
  const place = completionPlace(operation, call!.argument!, at)
  if (!place) return undefined
  return place.kind === 'value' ? place.field.enum ?? place.field.type : place.fields.map(({ name }) => name)
}

describe('calls in code', () => {
  it.each([
    ['typescript', `await wxpay.v3.payscore.smartretailOrders._out_order_no_.cancel.postAsync({})`],
    ['typescript', `own.chain('v3/payscore/smartretail-orders/{out_order_no}/cancel').post({})`],
    ['typescript', `wxpay['v3/payscore/smartretail-orders/{out_order_no}/cancel'].post({})`],
    ['php', `$instance->v3->payscore->smartretailOrders->_out_order_no_->cancel->postAsync([])->then($f)->wait();`],
    ['php', `$r = $instance->chain('v3/payscore/smartretail-orders/{out_order_no}/cancel')->post([]);`],
    ['php', `$r = $i['v3/payscore/smartretail-orders/{out_order_no}/cancel']->post([]);`],
  ] as const)('are found in every style: %s %s', (language, code) => {
    const found = callsIn(code, language).map(({ method, path }) => `${method} ${path}`)
    expect(found).toEqual(['POST /v3/payscore/smartretail-orders/{out_order_no}/cancel'])
  })

  it('are not found in other calls', () => {
    expect(callsIn(`map.get('a'); fetch('b'); (await response.json()).at(-1); other()['x'].post()`, 'typescript')).toEqual([])
  })
})

describe('marks', () => {
  it('are absent from every example of an operation', async () => {
    const { compiled } = await compileFolder('docs')
    const found = await Promise.all(compiled.flatMap(({ operations }) => operations).flatMap(operation => (
      snippets(operation).filter(({ id }) => id in languages).flatMap(({ id, tabs: [tab] }) => (
        marks(tab!.code, id as Editable)
      ))
    )))
    expect(found.length).toBeGreaterThan(300)
    expect(found.flat()).toEqual([])
  }, 60_000)

  it('name what is misspelt, missing or of another type', async () => {
    expect(await marks(`wxpay.v3.pay.transactions.native.post({ json: {
      appid: 'wx1', mchid: 1900000109, descripton: '商品', out_trade_no: 'ORDER_A1', notify_url: url, amount: { total: '1', curency: 'CNY' },
    } })`)).toEqual([
      ['1900000109', 'mchid：此字段需要字符串，收到整数'],
      ['json', 'description：此字段为必填项'],
      [`'1'`, 'amount.total：此字段需要整数，收到字符串'],
      ['descripton', 'descripton：接口没有这个字段，是不是 description？', '改为 description'],
      ['curency', 'amount.curency：接口没有这个字段，是不是 currency？', '改为 currency'],
    ])
  })

  it('stand at the same places in PHP', async () => {
    expect(await marks(`$instance->chain('v3/pay/transactions/native')->post(['json' => [
      'appid' => $appid, 'mchid' => '1900000109', 'description' => '商品', 'out_trade_no' => 'ORDER_A1',
      'notify_url' => 'https://shop.example/notify', 'amount' => ['totl' => 1, 'total' => 1.5],
    ]]);`, 'php')).toEqual([
      ['1.5', 'amount.total：此字段需要整数，收到数字'],
      [`'totl'`, 'amount.totl：接口没有这个字段，是不是 total？', '改为 total'],
    ])
  })

  it.each([
    ['total', `wxpay.v3.pay.transactions.native.post({ json: { amount: {} } })`, 'amount: { total: 1200 }'],
    ['notify_url', `wxpay.v3.pay.transactions.native.post({\n  json: {\n    appid: 'a'\n  },\n})`, `    appid: 'a',\n    notify_url: 'https://`],
    ['json', `wxpay.v3.pay.transactions.native.post({})`, `post({ json: {\n  appid: '`],
    ['mchid', `wxpay.chain('v3/pay/transactions/id/{transaction_id}').get({ transaction_id: '1' })`, `'1', query: {\n  mchid: '1900000109',\n} }`],
    ['transaction_id', `wxpay.chain('v3/pay/transactions/id/{transaction_id}').get({ query: { mchid: '1' } })`, `{ mchid: '1' }, transaction_id: '`],
    ['quantity', `wxpay.v3.pay.transactions.jsapi.post({ json: { detail: { goods_detail: [{ unit_price: 1 }] } } })`, '[{ unit_price: 1, quantity: '],
  ])('offer to add what is missing: %s', async (name, code, added) => {
    expect(await mended(code, `补上 ${name}`)).toContain(added)
    expect(await mended(await mended(code, `补上 ${name}`) ?? '', `补上 ${name}`)).toBeUndefined()
  })

  it('offer to add it in PHP, but not what must be encrypted or is only misspelt', async () => {
    expect(await mended(`$i->v3->pay->transactions->native->post(['json' => ['amount' => ['currency' => 'CNY']]]);`, '补上 total', 'php'))
      .toContain(`['currency' => 'CNY', 'total' => 1200]`)
    const apply = await marks(`wxpay.v3.applyment4sub.applyment._empty_.post({ json: { contact_info: {} } })`)
    expect(apply).toContainEqual(['contact_info', 'contact_info.mobile_phone：此字段为必填项'])
    const misspelt = await marks(`wxpay.v3.pay.transactions.native.post({ json: { descripton: 'a' } })`)
    expect(misspelt).toContainEqual(['json', 'description：此字段为必填项'])
  })

  it('leave variables, calls and spreads alone', async () => {
    expect(await marks(`
      wxpay.v3.pay.transactions.native.post({ json: { ...order, amount: price(), attach: \`a\${b}\`, description } })
      wxpay.v3.pay.transactions.native.post({ json })
      wxpay.v3.pay.transactions.native.post(options)
      wxpay.v3.pay.transactions.native.post({ ...options })
    `)).toEqual([])
  })

  it('name a missing body and a misspelt option', async () => {
    expect(await marks(`wxpay.v3.pay.transactions.native.post()`)).toEqual([['post', 'json：此字段为必填项']])
    expect(await marks(`wxpay.v3.pay.transactions.native.post({ jsn: { ...order } })`)).toContainEqual(
      ['jsn', 'jsn：客户端没有这个选项，是不是 json？', '改为 json'],
    )
  })
})

/** The mark of the first call, which no page has, and the code after its offer is taken. */
function markOfPath(code: string, language: Editable = 'typescript') {
  const [call] = callsIn(code, language)
  const mark = pathMark(call!, operations, code)
  const fix = mark?.fix
  return [mark?.message, fix && code.slice(0, fix.from) + fix.insert + code.slice(fix.to)]
}

describe('marks of paths', () => {
  it.each([
    ['typescript', `wxpay.v3.pay.transactions.jspai.post({})`, `wxpay.v3.pay.transactions.jsapi.post({})`],
    ['typescript', `wxpay.chain('v3/pay/transaction/jsapi').postAsync({})`, `wxpay.chain('v3/pay/transactions/jsapi').postAsync({})`],
    ['php', `$i->v3->payscore->smartRetailOrders->_out_order_no_->cancel->post([]);`, `$i->v3->payscore->smartretailOrders->_out_order_no_->cancel->post([]);`],
    ['php', `$i['v3/pay/transactions/nativ']->post([]);`, `$i['v3/pay/transactions/native']->post([]);`],
  ] as const)('offer the nearest: %s %s', (language, code, right) => {
    const [message, mended] = markOfPath(code, language)
    expect(message).toMatch(/^没有接口 POST \/v3\/.*，是不是 \/v3\//)
    expect(mended).toBe(right)
  })

  it('offer the method', () => {
    expect(markOfPath('wxpay.v3.pay.transactions.jsapi.getAsync({})')).toEqual([
      '这个接口不支持 GET，请用 POST', 'wxpay.v3.pay.transactions.jsapi.postAsync({})',
    ])
  })

  it('are absent from the programs of the pages', async () => {
    const { compiled } = await compileFolder('docs')
    const found = await Promise.all(compiled.flatMap(page => page.programs).flatMap(({ code, language }) => (
      callsIn(code, language).map(async (call) => {
        const isKnown = await route(call.method, call.path).then(() => true, () => false)
        return isKnown ? undefined : pathMark(call, operations, code)?.message
      })
    )))
    expect(found.length).toBeGreaterThan(50)
    expect(found.filter(Boolean)).toEqual([])
  }, 60_000)

  it('are absent if a variable holds the beginning of the chain', () => {
    const code = `part.chain('merchants/{sub_mchid}/state').get({})`
    const [call] = callsIn(code, 'typescript')
    const near = { ...operations[0]!, method: 'GET', path: '/v3/merchants/{sub_mchid}' } as Operation
    expect(pathMark(call!, [near], code)).toBeUndefined()
    expect(pathMark({ ...call!, path: '/v3/merchants/{sub_mchid}/state' }, [near], code)).toBeDefined()
  })

  it('are absent if no path is near', () => {
    expect(markOfPath('wxpay.v3.a.get({})')).toEqual([undefined, undefined])
  })
})

describe('completion of a chain', () => {
  const labels = (chain: string) => stepsAfter(pathBefore(chain), operations).map(({ label }) => label)

  it('offers the steps that follow, and the methods at the end', () => {
    expect(labels('.v3.payscore.')).toContain('smartretailOrders')
    expect(labels('->v3->payscore->smartretailOrders->_out_order_no_->')).toContain('cancel')
    expect(labels('.v3.pay.transactions.jsapi.po')).toEqual(['postAsync', 'post'])
    expect(labels('.v3.applyment4sub.applyment.')).toContain('_empty_')
  })
})

describe('completion', () => {
  it('offers the options of a call', async () => {
    expect(await offered(`wxpay.chain('v3/payscore/smartretail-orders/{out_order_no}/cancel').post({ | })`))
      .toEqual(['out_order_no', 'json'])
  })

  it.each(['typescript', 'php'] as const)('offers the fields at the depth of the caret, in %s', async (language) => {
    const write = (body: string) => language === 'php'
      ? `$instance->v3->pay->transactions->jsapi->post(['json' => ${body.replaceAll('{', '[').replaceAll('}', ']').replace(/(\w+):/g, `'$1' =>`)}]);`
      : `wxpay.v3.pay.transactions.jsapi.post({ json: ${body} })`
    expect(await offered(write(`{ appid: 'a', | }`), language)).toContain('settle_info')
    expect(await offered(write(`{ amount: { | }, appid: 'a' }`), language)).toEqual(['total', 'currency'])
    expect(await offered(write(`{ detail: { goods_detail: [ { quantity: 1 }, { unit_price: 1, | } ] } }`), language))
      .toEqual(['merchant_goods_id', 'wechatpay_goods_id', 'goods_name', 'quantity', 'unit_price'])
    expect(await offered(write(`{ scene_info: { store_info: { id: '1', | } } }`), language)).toEqual(['id', 'name', 'area_code', 'address'])
    expect(await offered(write(`{ settle_info: { profit_sharing: | } }`), language)).toBe('boolean')
  })

  it('offers the declared values of a field', async () => {
    expect(await offered(`wxpay.v3.profitsharing.receivers.add.post({ json: { type: '|' } })`)).toContain('MERCHANT_ID')
  })

  it('offers nothing in other code', async () => {
    expect(await offered(`wxpay.v3.pay.transactions.jsapi.post({ json: { amount: price(|) } })`)).toBeUndefined()
  })
})
