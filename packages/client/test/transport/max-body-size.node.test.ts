import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '../../src/client.ts'
import type { ClientOptions, RequestOptions } from '../../src/options.ts'
import { fileOf, type Platform, type Reply, replying, startPlatform } from '../support/platform.ts'
import { twins } from '../support/twins.ts'

let platform: Platform
beforeAll(async () => { platform = await startPlatform() })
afterAll(() => platform.close())

const body = JSON.stringify({ text: 'x'.repeat(1_000) })

describe.each(Object.entries(twins))('%s', (_, call) => {
  const ask = (reply: Reply, options: Partial<ClientOptions> = {}, more: RequestOptions = {}) =>
    call(createClient({ ...platform.options, ...options }).v3.x, 'get', { ...replying(reply), ...more })

  it.each<[string, Reply]>([
    ['sent as it is', { body }], ['that unpacks to one', { body, gzip: true }],
  ])('does not trust a response too large for it %s, though its signature is right', async (_, reply) => {
    await expect(ask(reply, { maxBodySize: body.length - 1 })).rejects.toMatchObject({
      name: 'SignatureError', reason: 'more than maxBodySize',
    })
    expect(await ask(reply, { maxBodySize: body.length })).toHaveProperty('body', body)
  })

  it('throws an ApiError without detail for a refusal that is too large', async () => {
    const reply = { status: 400, body: JSON.stringify({ code: 'PARAM_ERROR', message: 'x'.repeat(1_000) }) }
    await expect(ask(reply, { maxBodySize: 100 })).rejects.toMatchObject({ name: 'ApiError', status: 400 })
  })

  it('gives up a gzip bomb within its memory', async () => {
    const before = process.memoryUsage.rss()
    await expect(ask({ bomb: 512 })).rejects.toMatchObject({ name: 'SignatureError' })
    expect(process.memoryUsage.rss() - before).toBeLessThan(256 * 2 ** 20)
  })

  it('sets no limit to a file to download', async () => {
    const content = 'x'.repeat(1_000)
    const hash = { hash_type: 'SHA1', hash_value: createHash('sha1').update(content).digest('hex') }
    expect(await ask(fileOf(content), { maxBodySize: 100 }, { hash })).toHaveProperty('body', content)
  })
})
