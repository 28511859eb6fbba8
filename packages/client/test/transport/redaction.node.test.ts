import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
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

/** Everything that could be logged: the arguments of the hooks and the error. */
const logged = async (call: typeof twins.async, reply: Reply) => {
  const seen: unknown[] = []
  const note = (entry: SentRequest | ReceivedResponse) => void seen.push(entry)
  const client = createClient({ ...platform.options, secret, hooks: { request: note, response: note } })
  await call(client.v3.x, 'post', { json: { openid: 'o' }, ...replying({ body: '{}', ...reply }) })
    .catch((error: unknown) => seen.push(error))
  return { seen, text: seen.flatMap(printed).join() }
}

it.each(Object.entries(twins).flatMap(([name, call]) => ([
  {}, { status: 400 }, { signature: 'wrong' }, { cut: true },
] satisfies Reply[]).map(reply => [name, reply, call] as const)))('prints no key, secret or signature: %s, %j', async (_, reply, call) => {
  const { seen, text } = await logged(call, reply)
  const authorization = (seen[0] as SentRequest).headers.Authorization!
  expect(authorization).toMatch(/signature="/)
  expect(text).toContain('[redacted]')
  expect(text).not.toContain(/signature="([^"]{20})/.exec(authorization)![1])
  expect(text).not.toContain(secret)
  for (const line of platform.merchant.privateKey.split('\n').slice(1, -2)) expect(text).not.toContain(line)
})

it('clones a request with its headers to another thread', async () => {
  const { seen: [request] } = await logged(twins.async, {})
  expect(structuredClone(request)).toMatchObject({
    method: 'POST', body: '{"openid":"o"}', headers: { Authorization: expect.stringContaining('signature=') },
  })
})

it.each(Object.entries(twins))('shows an encrypted field nowhere in plain text: %s', async (_, call) => {
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
