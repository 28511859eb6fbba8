import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient } from '../../src/client.ts'
import type { FileHash, ReceivedResponse, RequestOptions } from '../../src/options.ts'
import { fileOf, type Platform, type Reply, replying, startPlatform } from '../support/platform.ts'
import { twins } from '../support/twins.ts'

let platform: Platform
beforeAll(async () => { platform = await startPlatform() })
afterAll(() => platform.close())

const bill = '交易时间,公众账号ID\n`2026-01-01\n'.repeat(20_000)
const digest = (name: string) =>
  execFileSync('openssl', ['dgst', `-${name}`, '-r'], { input: bill }).toString().split(' ')[0]!
const gzipped = execFileSync('gzip', { input: bill })
const packed = (file: Buffer): Reply => ({ file: file.toString('base64'), packed: true })
const right: FileHash = { hash_type: 'SHA1', hash_value: digest('sha1') }
const wrong: FileHash = { hash_type: 'SHA1', hash_value: '0'.repeat(40) }
const path = 'v3/billdownload/file'
const distrust = { name: 'SignatureError' }

describe.each(Object.entries(twins))('%s', (_, call) => {
  const download = (template: string, file: string | Reply, options = {}) =>
    call(createClient(platform.options).chain(template), 'get', {
      ...replying(typeof file === 'string' ? fileOf(file) : file), ...options,
    })

  test.each([
    path, 'v3/merchant-service/images/abc', 'v3/global/merchant-service/images/abc',
  ])('the file of %s comes without signature', async (template) => {
    expect((await download(template, bill)).body).toBe(bill)
  })

  test.each([
    'v3/billdownload/files', 'v3/merchant-service/images/a/b', 'v3/bill/tradebill', 'v3/x/v3/billdownload/file',
    'v3/merchant-service/images/upload/', 'v3/certificates',
  ])('that of %s does not', async (template) => {
    await expect(download(template, bill)).rejects.toMatchObject(distrust)
  })

  test('only to a GET', async () => {
    const chain = createClient(platform.options).chain(path)
    await expect(call(chain, 'post', replying(fileOf('')))).rejects.toMatchObject(distrust)
  })

  test('a signature that is there has to be right', async () => {
    const chain = createClient(platform.options).chain(path)
    await expect(call(chain, 'get', replying({ signature: 'wrong' }))).rejects.toMatchObject(distrust)
    expect(await call(chain, 'get', replying({ body: 'signed' }))).toHaveProperty('body', 'signed')
  })

  test.each(['sha1', 'sha256', 'sm3'])('an unsigned file is proven by its %s', async (name) => {
    const hash = { hash_type: name.toUpperCase(), hash_value: digest(name).toUpperCase() }
    expect((await download('v3/transferdownload/signfile', bill, { hash })).body).toBe(bill)
  })

  test('another file is refused, signed or not', async () => {
    await expect(download(path, bill, { hash: wrong })).rejects.toMatchObject({
      name: 'SignatureError', reason: 'its SHA1 does not match the hash option',
    })
    const chain = createClient(platform.options).chain(path)
    await expect(call(chain, 'get', { ...replying({}), hash: wrong })).rejects.toMatchObject(distrust)
    await expect(download(path, '', { hash: wrong })).rejects.toMatchObject(distrust)
  })

  test('gzip comes as gzip, its hash being that of what is inside', async () => {
    const query = { token: 't', tartype: 'GZIP' }
    expect((await download(path, packed(gzipped), { query, hash: right })).body).toContain('\u001f')
    await expect(download(path, packed(gzipped), { query, hash: wrong })).rejects.toMatchObject(distrust)
    const half = packed(gzipped.subarray(0, 90))
    await expect(download(path, half, { query, hash: right })).rejects.toMatchObject({
      name: 'SignatureError', reason: 'invalid gzip', cause: expect.any(Error),
    })
  })

  test('the hooks are told that nothing vouches for it', async () => {
    let seen: ReceivedResponse | undefined
    const hooks = { response: (received: ReceivedResponse) => { seen = received } }
    const client = createClient({ ...platform.options, hooks })
    await call(client.chain(path), 'get', replying(fileOf('')))
    const verification = { verified: false, reason: 'WeChat Pay does not sign this file' }
    expect(seen).toMatchObject({ status: 200, verification })
  })

  test('a refusal is an ApiError here, too', async () => {
    const chain = createClient(platform.options).chain(path)
    await expect(call(chain, 'get', replying({ status: 404, body: '{"code":"NO_STATEMENT_EXIST","message":"x"}' })))
      .rejects.toMatchObject({ name: 'ApiError', status: 404, code: 'NO_STATEMENT_EXIST' })
  })
})

const downloadOf = (options: RequestOptions) =>
  createClient(platform.options).chain(path).getAsync({ ...replying(fileOf(bill)), ...options })

test('a file comes as a stream, which fails at its end where the hash is wrong', async () => {
  const { body } = await downloadOf({ hash: wrong })
  const chunks: Uint8Array[] = []
  const reading = (async () => { for await (const chunk of body!) chunks.push(chunk) })()
  await expect(reading).rejects.toMatchObject(distrust)
  expect(Buffer.concat(chunks).toString()).toBe(bill)
})

test('a stream that is not read to its end can be cancelled', async () => {
  const { body } = await downloadOf({ hash: right })
  await expect(body!.cancel()).resolves.toBeUndefined()
})
