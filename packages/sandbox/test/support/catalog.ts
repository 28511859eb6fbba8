import type { Catalog, Field, FieldType, Method, Operation, RequestFields } from '@wxpay-live/compiler/model'

const samples = { string: '示例', integer: 1, number: 1.5, boolean: true, object: {} }

/** Makes a row of a table; optional if its name ends in `?`. */
export function field(name: string, type: FieldType = 'string', more: Partial<Field> = {}): Field {
  const item = samples[type.replace('[]', '') as keyof typeof samples]
  return {
    name: name.replace('?', ''),
    type,
    required: !name.endsWith('?'),
    description: '',
    sample: type.endsWith('[]') ? [item] : item,
    ...more,
  }
}

export const json = (...children: Field[]) => field('json', 'object', { children })

export function operation(
  method: Method, path: string, request: Partial<RequestFields> = {}, response: Field[] = [],
): Operation {
  const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => field(name ?? ''))
  return {
    method,
    path,
    title: '',
    page: `openapi${path}`,
    anchor: method.toLowerCase(),
    request: { path: variables, query: [], headers: [], ...request },
    response,
    example: { path: {} },
    references: [],
  }
}

const transactionId = field('transaction_id', 'string', { sample: '4200001234202501011234567890' })
const amount = field('amount', 'object', { children: [field('total', 'integer', { minimum: 1 }), field('currency?')] })
const appid = field('appid', 'string', { maxLength: 32 })
const mchid = field('mchid', 'string', { maxLength: 32 })

/** A few operations of WeChat Pay, with only the rows that the tests need. */
export const catalog: Catalog = {
  operations: [
    operation('POST', '/v3/payscore/smartretail-orders/{out_order_no}/cancel', {
      json: json(field('appid'), field('service_id'), field('reason')),
    }, [
      field('appid'), field('mchid'), field('out_order_no'), field('service_id'),
      field('order_id', 'string', { sample: '15646546545165651651' }),
    ]),
    operation('POST', '/v3/pay/transactions/jsapi', {
      json: json(
        appid, mchid, field('out_trade_no', 'string', { minLength: 6, maxLength: 32 }), amount, field('support_fapiao?', 'boolean'),
        field('limit_pay?', 'string[]', { enum: ['no_credit', 'no_debit'] }),
        field('detail?', 'object', {
          children: [field('goods_detail?', 'object[]', {
            children: [field('merchant_goods_id'), field('quantity', 'integer')],
          })],
        }),
      ),
    }, [field('prepay_id', 'string', { sample: 'wx26112221580621e9b071c00d9e093b0000' })]),
    operation('GET', '/v3/pay/transactions/out-trade-no/{out_trade_no}', {
      path: [field('out_trade_no', 'string', { maxLength: 32 })], query: [mchid],
    }, [
      transactionId,
      field('trade_state?', 'string', { enum: ['SUCCESS', 'CLOSED'], sample: 'SUCCESS' }),
      field('mchid'), field('out_trade_no'), amount,
    ]),
    operation('POST', '/v3/pay/transactions/out-trade-no/{out_trade_no}/close', { json: json(field('mchid')) }),
    operation('GET', '/v3/pay/transactions/id/{transaction_id}', { query: [field('mchid')] }, [
      transactionId, field('out_trade_no', 'string', { sample: '1217752501201407033233368018' }),
    ]),
    operation('POST', '/v3/refund/domestic/refunds', {
      json: json(field('out_trade_no'), field('out_refund_no'), { ...amount, children: [...amount.children!, field('refund?', 'integer')] }),
    }, [
      field('refund_id', 'string', { sample: '50000000382019052709732678859' }), field('out_refund_no'),
      transactionId, field('out_trade_no'), amount,
    ]),
    operation('GET', '/v3/marketing/favor/stocks', {
      query: [
        field('offset', 'integer', { minimum: 0 }), field('limit?', 'integer', { minimum: 1 }), field('is_open?', 'boolean'),
        field('status?', 'string', { enum: ['running', 'paused'] }), field('tag?', 'string[]'),
      ],
    }, [
      field('limit', 'integer'), field('offset', 'integer'), field('is_open', 'boolean'), field('tag', 'string[]'),
      field('status'), field('data?', 'object[]', { children: [field('stock_id', 'string', { sample: '9865000' })] }),
    ]),
    operation('POST', '/v3/ecommerce/applyments/', { json: json(field('out_request_no')) }, [
      field('applyment_id', 'integer'), field('out_request_no'),
    ]),
    operation('GET', '/v3/certificates', { query: [field('algorithm_type?')] }, [
      field('data', 'object[]', { children: [field('serial_no')] }),
    ]),
  ],
}
