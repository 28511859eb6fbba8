import type { Given } from '../diagnosis.ts'
import type { PhoneMistakeName } from './mistakes.ts'
import { seemsExpired } from './prepay-id.ts'
import { type PhoneAction, type PhoneCall, textOf } from './phone-call.ts'

/** Names in an app; in a page or mini program they mean nothing. */
const appNames = ['noncestr', 'sign']

/** Finds mistakes in the parameters, whatever was signed; the nearest first. */
export function parameterMistakes(call: PhoneCall, given: Given): PhoneMistakeName[] {
  const { action, members } = call
  const appid = textOf(call, 'appId', 'appid')
  const time = textOf(call, 'timeStamp', 'timestamp') ?? ''
  const found: [PhoneMistakeName, boolean][] = [
    ['package-not-url-encoded', action === 'transfer' && isRaw(call)],
    ['package-url-encoded', action === 'transfer' && isEncoded(call)],
    ['package-renamed', action === 'jsapi' && !('package' in members)],
    ['app-names-in-jsapi', action === 'jsapi' && hasAppNames(call)],
    ['timestamp-in-milliseconds', /^\d{13}$/.test(time)],
    ['timestamp-not-a-string', action === 'jsapi' && typeof members.timeStamp === 'number'],
    ['prepay-id-prefix-missing', action === 'jsapi' && !prepayOf(call).startsWith('prepay_id=')],
    ['prepay-id-prefix-present', hasSurplusPrefix(call)],
    ['other-appid', namesAppid.includes(action) && !!given.appid && !!appid && appid !== given.appid],
    ['business-type', action === 'authorization' && !['wxpayScoreEnable', undefined].includes(call.businessType)],
    ['coupon-fragment-missing', isCouponUrl(call) && !call.query?.endsWith('#wechat_pay&wechat_redirect')],
    ['plate-invalid', action === 'parking' && !isPlate(call)],
  ]
  return found.flatMap(([name, isMade]) => isMade ? [name] : [])
}

/** What names the appid that the order was made with. */
const namesAppid: PhoneAction[] = ['jsapi', 'app', 'transfer']

/** Whether the `prepay_id` was too old when the parameters were signed. */
export const hasExpiredPrepayId = (call: PhoneCall): boolean =>
  seemsExpired(prepayOf(call), Number(textOf(call, 'timeStamp', 'timestamp')?.slice(0, 10)))

/** The member that refers to the order. */
export const prepayOf = (call: PhoneCall): string => call.action === 'app'
  ? textOf(call, 'prepayId', 'prepayid') ?? ''
  : textOf(call, 'package', 'packageValue') ?? ''

/** `wx.chooseWXPay` of the JS-SDK writes `timestamp` itself; whoever pastes only parameters may rename that one, too. */
function hasAppNames({ members, function: called }: PhoneCall): boolean {
  const isStrict = called !== undefined && called !== 'chooseWXPay'
  const names = isStrict ? [...appNames, 'timestamp'] : appNames
  return names.some(name => name in members)
}

function hasSurplusPrefix(call: PhoneCall): boolean {
  const { action } = call
  if (action === 'app') return [prepayOf(call), textOf(call, 'packageValue', 'package') ?? ''].some(text => text.startsWith('prepay_id='))
  return action === 'jsapi' && prepayOf(call).startsWith('prepay_id=prepay_id=')
}

const isRaw = ({ query }: PhoneCall) => /(?:^|&)package=[^&]*[+/=]/.test(query ?? '')

const isEncoded = ({ query, members }: PhoneCall) => query === undefined && /%(?:2b|2f|3d)/i.test(String(members.package))

const isCouponUrl = ({ action, function: called }: PhoneCall) => action === 'coupon-page' && called === 'getcouponinfo'

const isPlate = ({ members }: PhoneCall) =>
  !/[\s.·•]/.test(String(members.plate_number)) && colours.includes(String(members.plate_color))

const colours = ['BLUE', 'GREEN', 'YELLOW', 'BLACK', 'WHITE', 'LIMEGREEN']
