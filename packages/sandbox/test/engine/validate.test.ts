import { beforeEach, expect, test } from 'vitest'
import { createSandbox } from '../../src/index.ts'
import { catalog, field, json, operation } from '../support/catalog.ts'
import { identity, now } from '../support/identity.ts'
import { signed } from '../support/request.ts'

const sandbox = createSandbox({ catalog, identity, now, strict: false })

beforeEach(() => sandbox.control.reset())

const order = { appid: 'wx1', mchid: '1900000109', out_trade_no: 'ORDER_A1', amount: { total: 1 } }
const goods = (...goods_detail: unknown[]) => ({ ...order, detail: { goods_detail } })

const prepay = (body: unknown) => sandbox.fetch(signed('POST', '/v3/pay/transactions/jsapi', body))
const stocks = (query: string) => sandbox.fetch(signed('GET', `/v3/marketing/favor/stocks${query}`))

async function paramError(sent: Promise<Response>) {
  const response = await sent
  const { code, message, detail } = await response.json()
  expect([response.status, code]).toEqual([400, 'PARAM_ERROR'])
  expect(message).toContain(`输入源“/${detail.location}${detail.field}”`)
  return detail
}

test('refuses in WeChat Pay\'s format', async () => {
  const response = await prepay({ ...order, amount: { total: '1' } })
  expect(response.status).toBe(400)
  expect(await response.json()).toEqual({
    code: 'PARAM_ERROR',
    message: '无法将 JSON 输入源“/body/amount/total”映射到目标字段“total”中，此字段需要一个合法的 64 位有符号整数',
    detail: { field: '/amount/total', value: '1', issue: '此字段需要整数，收到字符串', location: 'body' },
  })
})

test.each([
  ['a missing field', { ...order, appid: undefined }, '/appid', '', '此字段为必填项'],
  ['a null for a required field', { ...order, appid: null }, '/appid', '', '此字段为必填项'],
  ['a missing nested field', { ...order, amount: {} }, '/amount/total', '', '此字段为必填项'],
  ['a missing field of an item', goods({ merchant_goods_id: 'g', quantity: 1 }, { quantity: 1 }),
    '/detail/goods_detail/1/merchant_goods_id', '', '此字段为必填项'],
  ['a number for a string', { ...order, appid: 1 }, '/appid', 1, '此字段需要字符串，收到整数'],
  ['a number beyond safe integers', { ...order, amount: { total: 1e30 } }, '/amount/total', 1e30, '此字段需要整数，收到数字'],
  ['a fraction for an integer', { ...order, amount: { total: 0.5 } }, '/amount/total', 0.5, '此字段需要整数，收到数字'],
  ['text for a boolean', { ...order, support_fapiao: 'yes' }, '/support_fapiao', 'yes', '此字段需要布尔值，收到字符串'],
  ['text for an object', { ...order, amount: '1' }, '/amount', '1', '此字段需要对象，收到字符串'],
  ['a list for an object', { ...order, amount: [1] }, '/amount', [1], '此字段需要对象，收到数组'],
  ['text for a list', { ...order, limit_pay: 'no_credit' }, '/limit_pay', 'no_credit', '此字段需要数组，收到字符串'],
  ['a null in a list', { ...order, limit_pay: [null] }, '/limit_pay/0', null, '此字段需要字符串，收到空值'],
  ['an undeclared value in a list', { ...order, limit_pay: ['no_credit', 'cash'] }, '/limit_pay/1', 'cash',
    '此字段的值不在枚举值 no_credit、no_debit 之中'],
  ['an empty string for a required field', { ...order, appid: '' }, '/appid', 0, '字符串规则校验失败，字节数 0，小于最小值 1'],
  ['nothing to pay', { ...order, amount: { total: 0 } }, '/amount/total', 0, '数值规则校验失败，数值 0，小于最小值 1'],
  ['text for an item', goods('g'), '/detail/goods_detail/0', 'g', '此字段需要对象，收到字符串'],
  ['a list for the whole body', [order], '', [order], '此字段需要对象，收到数组'],
  ['text for the whole body', '"text"', '', 'text', '此字段需要对象，收到字符串'],
  ['nothing in it', undefined, '', '', '此字段为必填项'],
])('refuses a body with %s', async (_, body, field, value, issue) => {
  expect(await paramError(prepay(body))).toEqual({ field, value, issue, location: 'body' })
})

test.each(['{', '{"appid":"wx1",}', 'appid=wx1', '\uFEFF{}', '{"a":"\n"}'])('refuses malformed JSON: %j', async (body) => {
  const { issue, ...rest } = await paramError(prepay(body))
  expect(issue).toMatch(/^不是合法的JSON：\S/)
  expect(rest).toEqual({ field: '', value: null, location: 'body' })
})

test.each(['"奶茶😀"', String.raw`"奶茶\ud83d\ude00"`])('refuses characters of four bytes, as production does: %s', async (text) => {
  const response = await prepay(JSON.stringify({ ...order, description: 0 }).replace('"description":0', `"description":${text}`))
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ code: 'INVALID_REQUEST', message: '请求内容传入了非UTF8参数' })
})

test('names a form that is sent instead of JSON, as in yansongda/pay#457', async () => {
  expect((await paramError(prepay('mchid=1900000109&description=x'))).issue).toContain('这是表单，请求体须为 JSON')
})

test('names a byte order mark', async () => {
  expect((await paramError(prepay(`\uFEFF${JSON.stringify(order)}`))).issue).toMatch(/BOM，U\+FEFF/)
})

test('names the first invalid field in the order of the table', async () => {
  expect(await paramError(prepay({ amount: 1, appid: 1 }))).toMatchObject({ field: '/appid', value: 1 })
})

test.each([
  ['no optional fields', order],
  ['a null for an optional field', { ...order, detail: null, support_fapiao: null }],
  ['empty lists', { ...order, limit_pay: [], detail: { goods_detail: [] } }],
  ['good items', goods({ merchant_goods_id: 'g', quantity: 1 })],
  ['an empty string in an optional field', { ...order, amount: { total: 1, currency: '' } }],
])('accepts a body with %s', async (_, body) => {
  expect((await prepay(body)).status).toBe(200)
})

test.each([
  ['', '/offset', '', '此字段为必填项'],
  ['?offset=', '/offset', '', '此字段需要整数，收到字符串'],
  ['?offset=first', '/offset', 'first', '此字段需要整数，收到字符串'],
  ['?offset=1.5', '/offset', 1.5, '此字段需要整数，收到数字'],
  ['?offset=-1', '/offset', -1, '数值规则校验失败，数值 -1，小于最小值 0'],
  ['?offset=0x10', '/offset', '0x10', '此字段需要整数，收到字符串'],
  ['?offset=0&is_open=1', '/is_open', '1', '此字段需要布尔值，收到字符串'],
  ['?offset=0&status=%E5%81%9C', '/status', '停', '此字段的值不在枚举值 running、paused 之中'],
])('refuses the query "%s"', async (query, field, value, issue) => {
  expect(await paramError(stocks(query))).toEqual({ field, value, issue, location: 'query' })
})

test('converts query values to the types of the table', async () => {
  const response = await stocks('?offset=20&limit=10&is_open=false&status=paused&tag=a&tag=b')
  expect(await response.json()).toMatchObject({ limit: 10, offset: 20, is_open: false, status: 'paused', tag: ['a', 'b'] })
})

test('refuses a path value of the wrong type', async () => {
  const [first] = catalog.operations
  const numbered = { ...first!, request: { ...first!.request, path: [{ ...first!.request.path[0]!, type: 'integer' as const }] } }
  const strict = createSandbox({ catalog: { operations: [numbered] }, identity, now, strict: false })
  const sent = strict.fetch(signed('POST', '/v3/payscore/smartretail-orders/ORDER_A1/cancel', {}))
  expect(await paramError(sent)).toEqual({
    field: '/out_order_no', value: 'ORDER_A1', issue: '此字段需要整数，收到字符串', location: 'uri_template',
  })
})

test('ignores a body if the operation takes no body', async () => {
  const stop = createSandbox({ catalog: { operations: [operation('DELETE', '/v3/rules/{rule_id}')] }, identity, now, strict: false })
  expect((await stop.fetch(signed('DELETE', '/v3/rules/1', '{'))).status).toBe(204)
})

test('reads JSON of 100 levels, and refuses deeper nesting up to 100,000', async () => {
  const nested = (levels: number) =>
    JSON.stringify({ ...order, detail: {} }).replace('{}', '['.repeat(levels) + ']'.repeat(levels))
  expect(await paramError(prepay(nested(99)))).toMatchObject({ field: '/detail', issue: '此字段需要对象，收到数组' })
  for (const levels of [100, 100_000]) {
    const detail = await paramError(prepay(nested(levels)))
    expect(detail).toMatchObject({ field: '', value: null, issue: 'JSON的嵌套超过 100 层' })
  }
})

test('accepts a member of several forms if one of them fits', async () => {
  const forms = json(field('type'), field('form', 'string', { alt: 1 }), field('form', 'object', {
    alt: 2, children: [field('id')],
  }))
  const operations = [operation('POST', '/v3/forms', { json: forms }, [field('form', 'string', { alt: 1 }), field('form', 'object', { alt: 2 })])]
  const either = createSandbox({ catalog: { operations }, identity, now, strict: false })
  const send = (form?: unknown) => either.fetch(signed('POST', '/v3/forms', { type: 'A', form }))
  expect((await send('text')).status).toBe(200)
  expect((await send({ id: '1' })).status).toBe(200)
  expect(await paramError(send(1))).toMatchObject({ field: '/form', value: 1 })
  expect(await paramError(send())).toMatchObject({ field: '/form', issue: '此字段为必填项' })
  expect(Object.keys(await (await send('text')).json())).toEqual(['form'])
})

test('responds with the operation\'s status if the response is empty', async () => {
  const operations = [{ ...operation('POST', '/v3/later', {}), status: 202 }]
  const sandbox = createSandbox({ catalog: { operations }, identity, now, strict: false })
  expect((await sandbox.fetch(signed('POST', '/v3/later'))).status).toBe(202)
})

const guarded = createSandbox({
  identity, now,
  catalog: {
    operations: [
      operation('POST', '/v3/guarded', {
        headers: [field('Idempotency-Key'), field('Wechatpay-Serial'), field('Accept-Encoding?', 'string', { enum: ['gzip'] })],
      }, [field('mchid')]),
      operation('GET', '/v3/guarded', { query: [field('a?'), field('b?')], requiredGroups: ['query'] }, [field('mchid')]),
    ],
  },
})

function post(headers: Record<string, string>) {
  const request = signed('POST', '/v3/guarded')
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
  return guarded.fetch(request)
}

test('requires the headers of the table, but Wechatpay-Serial only for encrypted fields', async () => {
  expect(await paramError(post({}))).toEqual({
    field: '/Idempotency-Key', value: '', issue: '此字段为必填项', location: 'header',
  })
  expect((await post({ 'Idempotency-Key': 'k' })).status).toBe(200)
  expect(await paramError(post({ 'Idempotency-Key': 'k', 'Accept-Encoding': 'br' }))).toMatchObject({
    field: '/Accept-Encoding', value: 'br', location: 'header',
  })
})

test('requires one parameter of a required group', async () => {
  const get = (query: string) => guarded.fetch(signed('GET', `/v3/guarded${query}`))
  expect(await paramError(get(''))).toMatchObject({ location: 'query', issue: '至少需要一个查询参数' })
  expect((await get('?b=1')).status).toBe(200)
})
