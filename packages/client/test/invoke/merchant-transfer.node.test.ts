import { expect, it } from 'vitest'
import { merchantTransfer } from '../../src/invoke/merchant-transfer.ts'

// The official pages 4012716430 and 4012719576 have these values.
const waiting = { mchid: '1230000000', appid: 'wx8888888888888888', package_info: 'affffddafdfafddffda==' }

it('passes package_info on unchanged, and encodes it in the query of an app', () => {
  expect(merchantTransfer(waiting)).toEqual({
    businessType: 'requestMerchantTransfer',
    params: { mchId: '1230000000', appId: 'wx8888888888888888', package: 'affffddafdfafddffda==' },
    query: 'mchId=1230000000&appId=wx8888888888888888&package=affffddafdfafddffda%3D%3D',
  })
})

it.each(['mchid', 'appid', 'package_info'] as const)('refuses a missing %s', (argument) => {
  expect(() => merchantTransfer({ ...waiting, [argument]: '' })).toThrow(expect.objectContaining({ name: 'ArgumentError', argument }))
})
