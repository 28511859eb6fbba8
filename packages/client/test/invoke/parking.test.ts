import { expect, it } from 'vitest'
import { parkingService, type Plate } from '../../src/invoke/parking.ts'

// The official pages 4012284186 and 4012284235 have these values.
const plate: Plate = {
  mchid: '1230000100', openid: '5K8264ILTKCH16CQ250', plate_number: '粤B888888', plate_color: 'BLUE',
}

it('names the mini program in the form of each caller', () => {
  const { url, ...service } = parkingService(plate)
  expect(service).toEqual({
    appId: 'wxbcad394b3d99dac9',
    username: 'gh_518c42c65952',
    path: '/pages/auth-creditpay/auth-creditpay',
    extraData: { ...plate, trade_scene: 'PARKING' },
  })
  expect(decodeURIComponent(url)).toBe('/pages/auth-creditpay/auth-creditpay'
    + '?mchid=1230000100&openid=5K8264ILTKCH16CQ250&plate_number=粤B888888&plate_color=BLUE&trade_scene=PARKING')
  expect(url).not.toContain('粤')
})

it('refuses a plate with white space', () => {
  expect(() => parkingService({ ...plate, plate_number: '粤B 888888' })).toThrow('plate_number: expected a string without white space')
})
