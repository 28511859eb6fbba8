import { required } from '../pay/required.ts'
import { queryOf } from './query.ts'

/** Colours of plates, from blue to yellow-green (黄绿). */
export type PlateColor = 'BLUE' | 'GREEN' | 'YELLOW' | 'BLACK' | 'WHITE' | 'LIMEGREEN'

/** A plate for which a user allows to be charged for parking. */
export interface Plate {
  mchid: string
  /** Of the user, below an appid that is bound to the merchant. */
  openid: string
  /** Such as 粤B888888. */
  plate_number: string
  plate_color: PlateColor
}

/** The mini program in which the user allows it. */
export interface ParkingService {
  /** For `wx.navigateToMiniProgram`. */
  appId: string
  /** For the open tag in a page and for the SDK in an app. */
  username: string
  path: string
  /** For `wx.navigateToMiniProgram`. */
  extraData: Plate & { trade_scene: 'PARKING' }
  /** `path` with the same members as an encoded query: for the open tag in a page and for the SDK in an app. */
  url: string
}

/**
 * Makes the parameters with which a user allows to be charged for parking. They are not signed.
 * Source: https://pay.weixin.qq.com/doc/v3/merchant/4012284186, 4012284235 and 4012284257
 *
 * @throws ArgumentError naming the member that is missing
 */
export function parkingService({ mchid, openid, plate_number, plate_color }: Plate): ParkingService {
  const path = '/pages/auth-creditpay/auth-creditpay'
  const extraData = {
    mchid: required('mchid', mchid),
    openid: required('openid', openid),
    plate_number: required('plate_number', plate_number),
    plate_color,
    trade_scene: 'PARKING',
  } as const
  const url = `${path}?${queryOf(extraData)}`
  return { appId: 'wxbcad394b3d99dac9', username: 'gh_518c42c65952', path, extraData, url }
}
