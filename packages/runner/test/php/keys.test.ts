import { expect, it } from 'vitest'
import { keysOf, platformKey } from '../../src/php/keys.ts'
import { serial, settings } from '../support/platform.ts'

it('prefers the public key of the platform to its certificates', () => {
  expect(platformKey({ ...settings, certs: { AB: 'certificate', PUB_KEY_ID_01: 'key', CD: 'other' } })).toEqual({ id: 'PUB_KEY_ID_01', key: 'key' })
  expect(platformKey({ ...settings, certs: { AB: 'old', CD: 'new' } })).toEqual({ id: 'CD', key: 'new' })
})

it('lists the keys for examples', () => {
  expect(JSON.parse(keysOf({ ...settings, secret: 'k'.repeat(32) }))).toMatchObject({ secret: 'k'.repeat(32), publicKeyId: serial })
  expect(JSON.parse(keysOf(settings))).toMatchObject({ secret: null, privateKey: settings.privateKey })
})
