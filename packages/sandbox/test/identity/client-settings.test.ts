import { expect, test } from 'vitest'
import { clientSettings } from '../../src/index.ts'
import { identity } from '../support/identity.ts'

test('returns the merchant\'s settings, with the platform\'s certificate and public key', () => {
  expect(clientSettings(identity)).toEqual({
    mchid: '1900000109',
    serial: identity.serial,
    privateKey: identity.privateKey,
    certs: {
      [identity.platform.serial]: identity.platform.certificate,
      [identity.platform.publicKeyId]: identity.platform.publicKey,
    },
    secret: identity.secret,
  })
})

test('leaves out the platform\'s private key', () => {
  // The first lines of all keys are the same.
  expect(JSON.stringify(clientSettings(identity))).not.toContain(identity.platform.privateKey.split('\n')[5])
})
