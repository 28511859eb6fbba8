import { describe, expect, it } from 'vitest'
import { fc, fuzz, runs } from '../../../../test/support/fuzz.ts'
import { signApiv2 } from '../../src/invoke/sign-apiv2.ts'
import { openssl } from '../support/openssl.ts'
import { Hash } from '../support/published-client.ts'

// The official page of APIv2 signatures (doc/v2/merchant/4011985891) has this key, these members and their signature.
const key = '192006250b4c09247ec02edce69f6a2d'
const members = {
  appid: 'wxd930ea5d5a258f4f', mch_id: '10000100', device_info: '1000', body: 'test', nonce_str: 'ibuaiVcKdpRxkhJA',
}

describe('signApiv2', () => {
  it('signs the documented members as the official page', async () => {
    expect(await signApiv2(members, key)).toBe('6A9AE1657590FD6257D693A078E1C3E4BB6BA4DC30B23E0EE2496E54170DACD6')
  })

  it('leaves out the signature and empty members', async () => {
    expect(await signApiv2({ ...members, sign: 'x', attach: '', detail: undefined }, key)).toBe(await signApiv2(members, key))
  })

  it('signs as openssl and as a published client', async () => {
    const name = fc.stringMatching(/^[a-z_]{1,12}$/).filter(name => name !== 'sign')
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter(text => text.isWellFormed())
    const dictionary = fc.dictionary(name, value, { noNullPrototype: true, minKeys: 1 })
    await fuzz(fc.asyncProperty(dictionary, async (members) => {
      const sorted = Object.keys(members).sort().map(name => `${name}=${members[name]}`).join('&')
      const [, digest = ''] = openssl(['dgst', '-sha256', '-hmac', key], `${sorted}&key=${key}`).toString().split('= ')
      const signature = await signApiv2(members, key)
      expect(signature).toBe(digest.trim().toUpperCase())
      expect(signature).toBe(Hash.sign('HMAC-SHA256', members, key))
    }), { numRuns: runs(20) })
  })

  it.each(['', 'short', `${key}0`, '密'.repeat(32)])('refuses the key %j without showing it', async (wrong) => {
    await expect(signApiv2(members, wrong)).rejects.toMatchObject({
      name: 'ArgumentError', argument: 'apiv2Key', message: 'apiv2Key: expected 32 characters of ASCII',
    })
  })
})
