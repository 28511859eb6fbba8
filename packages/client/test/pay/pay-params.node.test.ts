import { describe, expect, it } from 'vitest'
import { readPrivateKey } from '../../src/crypto/key-input.ts'
import { createPrivateKey } from '../../src/crypto/private-key.ts'
import { appParams, jsapiParams, miniProgramParams, type Prepaid } from '../../src/pay/pay-params.ts'
import { documentedAppSign, documentedKey, documentedPaySign } from '../support/documented-signatures.ts'
import { createKeyPair } from '../support/openssl.ts'

const pair = createKeyPair()
const settings = {
  mchid: '1900000001',
  privateKey: createPrivateKey(readPrivateKey('privateKey', pair.privateKey).key),
  now: () => 1_414_561_699_999,
  nonce: () => '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
}
const prepaid = { appid: 'wx8888888888888888', prepay_id: 'wx201410272009395522657a690389285100' }

it('signs the documented JSAPI parameters as openssl does', async () => {
  expect(await jsapiParams(settings, prepaid)).toEqual({
    appId: 'wx8888888888888888',
    timeStamp: '1414561699',
    nonceStr: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    package: 'prepay_id=wx201410272009395522657a690389285100',
    signType: 'RSA',
    paySign: pair.sign('wx8888888888888888\n1414561699\n5K8264ILTKCH16CQ2502SI8ZNMTM67VS\n'
      + 'prepay_id=wx201410272009395522657a690389285100\n'),
  })
})

it('makes the signatures of the official pages from their key', async () => {
  const documented = {
    ...settings,
    privateKey: createPrivateKey(readPrivateKey('privateKey', documentedKey).key),
    now: () => 1_554_208_460_000,
    nonce: () => '593BEC0C930BF1AFEB40B4A08C8FB242',
  }
  const order = { ...prepaid, appid: 'wx2421b1c4370ec43b' }
  expect(await jsapiParams(documented, order)).toHaveProperty('paySign', documentedPaySign)
  expect(await miniProgramParams(documented, order)).toHaveProperty('paySign', documentedPaySign)
  expect(await appParams(documented, order)).toHaveProperty('sign', documentedAppSign)
})

it('signs for a mini program without the appid', async () => {
  const { appId, ...params } = await jsapiParams(settings, prepaid)
  expect(appId).toBe(prepaid.appid)
  expect(await miniProgramParams(settings, prepaid)).toEqual(params)
})

describe('app', () => {
  it('signs the bare prepay_id', async () => {
    expect(await appParams(settings, prepaid)).toEqual({
      appid: 'wx8888888888888888',
      partnerid: '1900000001',
      prepayid: 'wx201410272009395522657a690389285100',
      package: 'Sign=WXPay',
      noncestr: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
      timestamp: '1414561699',
      sign: pair.sign('wx8888888888888888\n1414561699\n5K8264ILTKCH16CQ2502SI8ZNMTM67VS\nwx201410272009395522657a690389285100\n'),
    })
  })

  it('signs for another merchant to show', async () => {
    expect(await appParams(settings, { ...prepaid, partnerid: '1900000109' })).toHaveProperty('partnerid', '1900000109')
  })
})

it.each<[string, unknown]>([
  ['appid', { prepay_id: 'wx2' }], ['prepay_id', { appid: 'wx8' }], ['prepay_id', { appid: 'wx8', prepay_id: '' }],
  ['appid', { appid: 'wx8\n1', prepay_id: 'wx2' }], ['appid', undefined],
])('refuses an invalid %s', async (argument, prepaid) => {
  for (const sign of [jsapiParams, miniProgramParams, appParams]) {
    await expect(sign(settings, prepaid as Prepaid)).rejects.toMatchObject({ name: 'ArgumentError', argument })
  }
})
