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

it('names the sub-merchant whose money is transferred', () => {
  const { params, query } = merchantTransfer({ ...waiting, sub_mchid: '1230000001', sub_appid: 'wx8888888888888889' })
  expect(params).toMatchObject({ mchId: '1230000000', subMchId: '1230000001', subAppId: 'wx8888888888888889' })
  expect(query).toMatch(/&subMchId=1230000001&subAppId=wx8888888888888889$/)
})

it.each(['mchid', 'appid', 'package_info'] as const)('refuses a missing %s', (argument) => {
  expect(() => merchantTransfer({ ...waiting, [argument]: '' })).toThrow(expect.objectContaining({ name: 'ArgumentError', argument }))
})
