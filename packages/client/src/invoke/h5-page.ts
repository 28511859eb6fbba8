import { ArgumentError } from '../errors/argument-error.ts'
import { queryOf } from './query.ts'

/**
 * Adds the page to which the user returns after an H5 payment. Source: https://pay.weixin.qq.com/doc/v3/merchant/4012791835
 *
 * @param h5_url from the response to the order, good for 5 minutes
 * @param redirect_url in a domain that is registered for H5 payments
 * @throws ArgumentError if one of them is not a URL
 */
export function h5Page(h5_url: string, redirect_url: string): string {
  if (!URL.canParse(h5_url)) throw new ArgumentError('h5_url', 'expected a URL')
  if (!/^https?:/.test(redirect_url) || !URL.canParse(redirect_url)) {
    throw new ArgumentError('redirect_url', 'expected a URL that begins with https: or http:')
  }
  return `${h5_url}&${queryOf({ redirect_url })}`
}
