import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { asEnv, settings } from '../../src/cli/settings.ts'
import { identity } from '../support/identity.ts'

const files = { privateKey: '/a/key', certificate: '/a/cert', publicKey: '/a/pub', platformCertificate: '/a/platform' }

test('returns everything a client needs, private keys only as paths', () => {
  const values = settings({ identity, files }, 'http://127.0.0.1:8787')
  expect(values).toEqual({
    WXPAY_BASE_URL: 'http://127.0.0.1:8787',
    WXPAY_MCHID: identity.mchid,
    WXPAY_SERIAL: identity.serial,
    WXPAY_PRIVATE_KEY: '/a/key',
    WXPAY_CERTIFICATE: '/a/cert',
    WXPAY_APIV3_KEY: identity.secret,
    WXPAY_APIV2_KEY: 'wxpayLiveSandboxApiv2KeyForTests',
    WXPAY_PUBLIC_KEY_ID: identity.platform.publicKeyId,
    WXPAY_PUBLIC_KEY: '/a/pub',
    WXPAY_PLATFORM_SERIAL: identity.platform.serial,
    WXPAY_PLATFORM_CERTIFICATE: '/a/platform',
  })
})

test('leaves out the APIv2 key of an identity that has none', () => {
  const { apiv2Key, ...older } = identity
  expect(Object.values(settings({ identity: older, files }, 'http://127.0.0.1:8787'))).not.toContain(apiv2Key)
})

test('quotes paths with spaces, quotes and dollars for a shell', () => {
  const values = { A: '/home/my keys/$HOME/key.pem', B: 'it\'s', C: 'http://127.0.0.1:8787' }
  const script = `${asEnv(values)}\nprintf '%s\\n' "$A" "$B" "$C"`
  expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trim().split('\n')).toEqual(Object.values(values))
})
