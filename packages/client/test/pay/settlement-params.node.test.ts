import { expect, it } from 'vitest'
import { readPrivateKey } from '../../src/crypto/key-input.ts'
import { createPrivateKey } from '../../src/crypto/private-key.ts'
import { settlementParams, type WaitingSettlement } from '../../src/pay/settlement-params.ts'
import { createKeyPair } from '../support/openssl.ts'

const pair = createKeyPair()
const settings = {
  mchid: '1900000000',
  serial: '157E6C1DA9C1B6E1C0C0E6D1B5F1A5C5D0E5B5F1',
  privateKey: createPrivateKey(readPrivateKey('privateKey', pair.privateKey).key),
  now: () => 1_414_561_699_999,
  nonce: () => '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
}
const waiting = { appid: 'wx8888888888888888', settle_batch_no: '1236698745558870' }

it('signs the documented parameters as openssl does', async () => {
  expect(await settlementParams(settings, waiting)).toEqual({
    mchid: '1900000000',
    appid: 'wx8888888888888888',
    package: 'settle_batch_no=1236698745558870',
    timeStamp: '1414561699',
    nonceStr: '5K8264ILTKCH16CQ2502SI8ZNMTM67VS',
    signType: 'RSA',
    certSerialNo: '157E6C1DA9C1B6E1C0C0E6D1B5F1A5C5D0E5B5F1',
    signature: pair.sign('wx8888888888888888\n1414561699\n5K8264ILTKCH16CQ2502SI8ZNMTM67VS\n'
      + 'settle_batch_no=1236698745558870\n'),
  })
})

it.each<[string, unknown]>([
  ['appid', { settle_batch_no: '1' }], ['settle_batch_no', { appid: 'wx8' }], ['appid', undefined],
])('refuses a missing %s', async (argument, missing) => {
  await expect(settlementParams(settings, missing as WaitingSettlement))
    .rejects.toMatchObject({ name: 'ArgumentError', argument })
})
