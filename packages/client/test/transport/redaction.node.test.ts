import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from '../../src/client.ts'
import type { ReceivedResponse, SentRequest } from '../../src/options.ts'
import { type Platform, type Reply, replying, startPlatform } from '../support/platform.ts'
import { twins } from '../support/twins.ts'

let platform: Platform
beforeAll(async () => { platform = await startPlatform() })
afterAll(() => platform.close())

const secret = 'SecretOfThirtyTwoCharacters12345'

const printed = (entry: unknown) =>
  [inspect(entry, { depth: 9, showHidden: true }), JSON.stringify(entry), String(entry)]

/** All that could reach a log: what the hooks get, and what is thrown. */
const logged = async (call: typeof twins.async, reply: Reply) => {
  const seen: unknown[] = []
  const note = (entry: SentRequest | ReceivedResponse) => void seen.push(entry)
  const client = createClient({ ...platform.options, secret, hooks: { request: note, response: note } })
  await call(client.v3.x, 'post', { json: { openid: 'o' }, ...replying({ body: '{}', ...reply }) })
    .catch((error: unknown) => seen.push(error))
  return { seen, text: seen.flatMap(printed).join() }
}

test.each(Object.entries(twins).flatMap(([name, call]) => ([
  {}, { status: 400 }, { signature: 'wrong' }, { cut: true },
] satisfies Reply[]).map(reply => [name, reply, call] as const)))('%s, %j: no key, secret or signature is printed', async (_, reply, call) => {
  const { seen, text } = await logged(call, reply)
  const authorization = (seen[0] as SentRequest).headers.Authorization!
  expect(authorization).toMatch(/signature="/)
  expect(text).toContain('[redacted]')
  expect(text).not.toContain(/signature="([^"]{20})/.exec(authorization)![1])
  expect(text).not.toContain(secret)
  for (const line of platform.merchant.privateKey.split('\n').slice(1, -2)) expect(text).not.toContain(line)
})

test('a request can be cloned to another thread, with what it was sent with', async () => {
  const { seen: [request] } = await logged(twins.async, {})
  expect(structuredClone(request)).toMatchObject({
    method: 'POST', body: '{"openid":"o"}', headers: { Authorization: expect.stringContaining('signature=') },
  })
})

test.each(Object.entries(twins))('%s: a sensitive field is nowhere in plain text once it is encrypted', async (_, call) => {
  const name = 'ZhangSan of Keyuan Road'
  const seen: unknown[] = []
  const note = (entry: SentRequest | ReceivedResponse) => void seen.push(entry)
  const client = createClient({ ...platform.options, hooks: { request: note, response: note } })
  const encrypted = await client.encrypt(name)
  seen.push(encrypted)
  await call(client.v3.x, 'post', { json: { name: encrypted }, ...replying({ status: 400, body: '{}' }) })
    .catch((error: unknown) => seen.push(error))
  expect(seen).toHaveLength(4)
  for (const entry of seen) {
    expect(printed(entry).join()).not.toContain('ZhangSan')
  }
})
