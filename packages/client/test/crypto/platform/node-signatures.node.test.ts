import { createHook } from 'node:async_hooks'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { importSigningKey, importVerifyingKey, sign, verify } from '../../../src/crypto/platform/node-signatures.ts'
import * as webCrypto from '../../../src/crypto/rsa.ts'
import { createKeyPair } from '../../support/openssl.ts'

const pair = createKeyPair()
const pkcs8 = new Uint8Array(createPrivateKey(pair.privateKey).export({ type: 'pkcs8', format: 'der' }))
const spki = new Uint8Array(createPublicKey(pair.publicKey).export({ type: 'spki', format: 'der' }))
let privateKey: Awaited<ReturnType<typeof importSigningKey>>
let publicKey: Awaited<ReturnType<typeof importVerifyingKey>>
beforeAll(async () => {
  privateKey = await importSigningKey(pkcs8)
  publicKey = await importVerifyingKey(spki)
})

/** Counts what Node's pool of threads has signed or verified from now on: only then it calls back. */
function countJobs(): () => number {
  const jobs = new Set<number>()
  let count = 0
  const hook = createHook({
    init: (id, type) => { if (type === 'SIGNREQUEST') jobs.add(id) },
    before: (id) => { if (jobs.has(id)) count++ },
  }).enable()
  onTestFinished(() => void hook.disable())
  return () => count
}

describe('sign', () => {
  it('makes the signatures of WebCrypto, alone and of several at once', async () => {
    const messages = ['', '用户投诉\n', 'third']
    const key = await webCrypto.importSigningKey(pkcs8)
    const expected = await Promise.all(messages.map(message => webCrypto.sign(key, message)))
    expect(await Promise.all(messages.map(message => sign(privateKey, message)))).toEqual(expected)
    expect(await sign(privateKey, messages[1]!)).toBe(expected[1])
  })

  it('signs on the calling thread while nothing else waits', async () => {
    const jobs = countJobs()
    for (const message of ['a', 'b', 'c']) await sign(privateKey, message)
    expect(jobs()).toBe(0)
  })

  it('shares several signatures among the threads of the pool', async () => {
    const jobs = countJobs()
    await Promise.all(['a', 'b', 'c'].map(message => sign(privateKey, message)))
    expect(jobs()).toBe(3)
    await sign(privateKey, 'd')
    expect(jobs()).toBe(3)
  })

  it('returns to the calling thread after signatures that failed', async () => {
    await expect(Promise.all([sign(publicKey, 'a'), sign(publicKey, 'b')])).rejects.toThrow()
    const jobs = countJobs()
    await sign(privateKey, 'c')
    expect(jobs()).toBe(0)
  })
})

it('leaves a CryptoKey that cannot be exported to WebCrypto', async () => {
  const key = await webCrypto.importSigningKey(pkcs8)
  const imported = await importSigningKey(key)
  expect(imported).toBe(key)
  expect(pair.verify('message', await sign(imported, 'message'))).toBe(true)
  const verifying = await importVerifyingKey(await webCrypto.importVerifyingKey(spki))
  expect(await verify(verifying, 'message', pair.sign('message'))).toBe(true)
})

it('rejects what WebCrypto rejects', async () => {
  await expect(importSigningKey(spki)).rejects.toMatchObject({ name: 'ArgumentError', argument: 'privateKey' })
  await expect(importVerifyingKey(pkcs8)).rejects.toMatchObject({ name: 'ArgumentError', argument: 'publicKey' })
})

describe('verify', () => {
  it('agrees with openssl, on the calling thread', async () => {
    const jobs = countJobs()
    expect(await verify(publicKey, 'message', pair.sign('message'))).toBe(true)
    expect(await verify(publicKey, 'another', pair.sign('message'))).toBe(false)
    expect(await verify(publicKey, 'message', 'not base64')).toBe(false)
    expect(jobs()).toBe(0)
  })
})
