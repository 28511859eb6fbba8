import { createClient, type SentRequest } from '@wxpay-live/client'
import { expect, it } from 'vitest'
import type { CodeEvent } from '../../src/messages.ts'
import { cutTexts, maxHeaders, maxLength } from '../../src/worker/cut-texts.ts'
import { settings } from '../support/platform.ts'

const long = 'x'.repeat(maxLength + 1)
const cut = `${'x'.repeat(maxLength)}……（共 ${maxLength + 1} 个字符）`
const fitting = 'x'.repeat(maxLength)

it.each<[string, CodeEvent, CodeEvent]>([
  ['a log', { type: 'log', level: 'log', text: long }, { type: 'log', level: 'log', text: cut }],
  ['an error', { type: 'error', name: 'E', message: long, detail: long, line: 3 }, { type: 'error', name: 'E', message: cut, detail: cut, line: 3 }],
  ['an exchange',
    { type: 'exchange', exchange: { request: { method: 'POST', url: long, headers: { a: long }, body: long, message: long } } },
    { type: 'exchange', exchange: { request: { method: 'POST', url: cut, headers: { a: cut }, body: cut, message: cut } } }],
])('cuts the long texts of %s and says so', (_what, message, expected) => {
  expect(cutTexts(message)).toEqual(expected)
})

it('keeps texts that are not too long', () => {
  const message: CodeEvent = { type: 'output', text: fitting }
  expect(cutTexts(message)).toEqual(message)
})

it('cuts long lists of headers and says so', () => {
  const entries = Array.from({ length: maxHeaders + 2 }, (_, index) => [`x-${index}`, '1'])
  const response = (headers: object) => ({ type: 'exchange', exchange: { response: { status: 200, headers, body: '' } } })
  expect(cutTexts(response(Object.fromEntries(entries))))
    .toEqual(response(Object.fromEntries([...entries.slice(0, maxHeaders), ['……', `共 ${maxHeaders + 2} 个`]])))
})

it('keeps the Authorization that the client hides from JSON', async () => {
  const sent: SentRequest[] = []
  const wxpay = createClient({
    ...settings,
    fetch: async () => new Response(null, { status: 204 }),
    hooks: { request: request => void sent.push(request) },
  })
  await wxpay.v3.x.getAsync().catch(() => {})
  expect(JSON.stringify(sent)).not.toContain('WECHATPAY2')
  expect(cutTexts(sent)).toMatchObject([{ headers: { Authorization: expect.stringMatching(/^WECHATPAY2-SHA256-RSA2048 /) } }])
})
