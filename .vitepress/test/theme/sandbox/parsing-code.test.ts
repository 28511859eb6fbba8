import { describe, expect, it } from 'vitest'
import { parsingCode } from '../../../theme/sandbox/parsing-code.ts'

/** Runs the code with a fake client and returns what the code passes to it. */
async function parsedBy(code: string): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const parse = async (source: unknown) => {
    resolve(source)
    return {}
  }
  const run = new Function('wxpay', 'console', `return (async () => {${code}})()`)
  await run({ webhook: { parse } }, { log() {} })
  return promise
}

describe('parsingCode', () => {
  it('generates readable code', () => {
    expect(parsingCode({ headers: { 'Wechatpay-Nonce': 'abc' }, body: '{"id":"EV-1"}' })).toBe(`const headers = {
  'Wechatpay-Nonce': 'abc',
}
// 收到的原文：解析后再序列化，验签就不通过
const body = '{"id":"EV-1"}'

const event = await wxpay.webhook.parse({ headers, body })
console.log(event.event_type, event.resource)
`)
  })

  it.each(['{"a":"it\'s"}', '{"a":"\\"quoted\\""}', '{"path":"C:\\\\"}', '{\n\t"a": "中文 \u2028 😀"\n}', '\\', '\\"', ''])(
    'passes %j unchanged',
    async (body) => {
      const headers = { 'Content-Type': 'application/json', 'X-Quote': `it's "so"` }
      expect(await parsedBy(parsingCode({ headers, body }))).toEqual({ headers, body })
    },
  )
})
