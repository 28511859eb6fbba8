import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

  it.each([
    path, 'v3/merchant-service/images/abc', 'v3/global/merchant-service/images/abc',
  ])('accepts an unsigned file of %s', async (template) => {
    expect((await download(template, bill)).body).toBe(bill)
  })

  it.each([
    'v3/billdownload/files', 'v3/merchant-service/images/a/b', 'v3/bill/tradebill', 'v3/x/v3/billdownload/file',
    'v3/merchant-service/images/upload/', 'v3/certificates',
  ])('refuses an unsigned file of %s', async (template) => {
    await expect(download(template, bill)).rejects.toMatchObject(distrust)
  })

  it('refuses an unsigned response to a POST', async () => {
    const chain = createClient(platform.options).chain(path)
    await expect(call(chain, 'post', replying(fileOf('')))).rejects.toMatchObject(distrust)
  })

  it('refuses a wrong signature of a file', async () => {
    const chain = createClient(platform.options).chain(path)
    await expect(call(chain, 'get', replying({ signature: 'wrong' }))).rejects.toMatchObject(distrust)
    expect(await call(chain, 'get', replying({ body: 'signed' }))).toHaveProperty('body', 'signed')
  })

  it.each(['sha1', 'sha256', 'sm3'])('accepts an unsigned file with the right %s', async (name) => {
    const hash = { hash_type: name.toUpperCase(), hash_value: digest(name).toUpperCase() }
    expect((await download('v3/transferdownload/signfile', bill, { hash })).body).toBe(bill)
  })

  it('refuses a file with another hash, signed or not', async () => {
    await expect(download(path, bill, { hash: wrong })).rejects.toMatchObject({
      name: 'SignatureError', reason: 'its SHA1 does not match the hash option',
    })
    const chain = createClient(platform.options).chain(path)
    await expect(call(chain, 'get', { ...replying({}), hash: wrong })).rejects.toMatchObject(distrust)
    await expect(download(path, '', { hash: wrong })).rejects.toMatchObject(distrust)
  })

  it('returns gzip packed and checks the hash of its content', async () => {
    const query = { token: 't', tartype: 'GZIP' }
    expect((await download(path, packed(gzipped), { query, hash: right })).body).toContain('\u001f')
    await expect(download(path, packed(gzipped), { query, hash: wrong })).rejects.toMatchObject(distrust)
    const half = packed(gzipped.subarray(0, 90))
    await expect(download(path, half, { query, hash: right })).rejects.toMatchObject({
      name: 'SignatureError', reason: 'invalid gzip', cause: expect.any(Error),
    })
  })

  it('reports an unsigned file to the hooks', async () => {
    let seen: ReceivedResponse | undefined
    const hooks = { response: (received: ReceivedResponse) => { seen = received } }
    const client = createClient({ ...platform.options, hooks })
    await call(client.chain(path), 'get', replying(fileOf('')))
    const verification = { verified: false, reason: 'WeChat Pay does not sign this file' }
    expect(seen).toMatchObject({ status: 200, verification })
  })

  it('throws an ApiError for a refusal', async () => {
    const chain = createClient(platform.options).chain(path)
    await expect(call(chain, 'get', replying({ status: 404, body: '{"code":"NO_STATEMENT_EXIST","message":"x"}' })))
      .rejects.toMatchObject({ name: 'ApiError', status: 404, code: 'NO_STATEMENT_EXIST' })
  })
})

const downloadOf = (options: RequestOptions) =>
  createClient(platform.options).chain(path).getAsync({ ...replying(fileOf(bill)), ...options })

it('streams a file, and fails at its end if the hash is wrong', async () => {
  const { body } = await downloadOf({ hash: wrong })
  const chunks: Uint8Array[] = []
  const reading = (async () => { for await (const chunk of body!) chunks.push(chunk) })()
  await expect(reading).rejects.toMatchObject(distrust)
  expect(Buffer.concat(chunks).toString()).toBe(bill)
})

it('cancels a stream that is not read to its end', async () => {
  const { body } = await downloadOf({ hash: right })
  await expect(body!.cancel()).resolves.toBeUndefined()
})
