import { brief, type Recognised } from '../recognised.ts'
import type { PhoneAction, PhoneCall } from './phone-call.ts'

const actions: Record<PhoneAction, string> = {
  'jsapi': 'JSAPI 或小程序的调起支付参数',
  'app': 'App 的调起支付参数',
  'score': '支付分的调起参数',
  'authorization': '支付分授权页的参数',
  'transfer': '商家转账的调起参数',
  'coupon': '小程序发券插件的参数',
  'coupon-page': '网页领券的地址',
  'parking': '停车服务开通页的参数',
}

/** Says what a pasted text tells of parameters for a phone. */
export function recognisePhoneCall({ action, function: called, members }: PhoneCall): Recognised[] {
  return [
    { label: actions[action], value: called ?? '' },
    { label: '参数', value: brief(Object.keys(members).join('、')) },
  ]
}
