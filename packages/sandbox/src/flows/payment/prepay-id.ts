import type { World } from '../../state/world.ts'

/** Digits of the time at the start of a `prepay_id`: `yyyyMMddHHmmss`. */
const timeLength = 14

/** Digits that name the order. */
const numberLength = 20

/** Returns the `prepay_id` of an order. As in production, it begins with the time of the request, in Beijing. */
export const prepayIdOf = (world: Pick<World, 'time' | 'number'>, outTradeNo: string): string =>
  `wx${world.time.replace(/\D/g, '').slice(0, timeLength)}${world.number('', numberLength, outTradeNo)}`

/** Whether a `prepay_id` was made for an order, at any time. */
export const isOf = (prepayId: string, { number }: Pick<World, 'number'>, outTradeNo: string): boolean =>
  /^wx\d+$/.test(prepayId) && prepayId.slice(2 + timeLength) === number('', numberLength, outTradeNo)
