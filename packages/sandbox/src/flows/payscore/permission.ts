import type { Machine } from '../../state/machine.ts'
import type { World } from '../../state/world.ts'
import type { Parties } from '../kit/operation.ts'

/** What the merchant asks the user for. */
export type Wanted = Parties & {
  authorization_code: string
  service_id: string
  notify_url?: string
  channel_id?: string
}

/** A permission as it is stored. */
export type Permission = Wanted & {
  authorization_state: 'UNBINDUSER' | 'AVAILABLE' | 'UNAVAILABLE'
  /** When the merchant asked, in milliseconds since the epoch. */
  applied?: number
  authorization_success_time?: string
  cancel_authorization_time?: string
  openid?: string
  sub_openid?: string
}

/** A user's permission for orders without confirmation, and its states. */
export const permission: Machine<'confirm' | 'close', Permission> = {
  name: 'payscore-permission',
  label: '支付分授权',
  key: ['authorization_code'],
  aliases: ['openid'],
  within: ['service_id', 'sub_mchid'],
  state: 'authorization_state',
  transitions: {
    confirm: { from: ['UNBINDUSER'], to: 'AVAILABLE' },
    close: { from: ['AVAILABLE'], to: 'UNAVAILABLE' },
  },
  refusals: {
    UNBINDUSER: ['INVALID_REQUEST', '用户还未授权'],
    UNAVAILABLE: ['INVALID_REQUEST', '用户已解除授权'],
  },
  missing: ['RESOURCE_NOT_EXISTS', '授权记录不存在'],
  used: ['INVALID_REQUEST', '授权协议号重复：同一授权协议号须用相同的参数'],
}

/** Returns the token with which the user's phone opens the page. */
export const tokenOf = (authorization_code: string, { number }: Pick<World, 'number'>) =>
  number('', 20, `token ${authorization_code}`)

/**
 * Milliseconds for which the token is good.
 * Source: https://pay.weixin.qq.com/wiki/doc/apiv3/apis/chapter6_1_8.shtml, and Taro's types of `openBusinessView`
 */
export const tokenLifetime = 3_600_000
