import { expect, test } from 'vitest'
import { clientSettings } from '../../src/index.ts'
import { identity } from '../support/identity.ts'

test('the settings of the merchant that trusts the platform by certificate and by public key', () => {
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

test('the platform\'s private key is not among them', () => {
  // The first lines of all keys are alike.
  expect(JSON.stringify(clientSettings(identity))).not.toContain(identity.platform.privateKey.split('\n')[5])
})
