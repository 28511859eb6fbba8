import * as client from '@wxpay-live/client'
import type { ClientOptions } from '@wxpay-live/client'
import { withWire } from '../worker/wire.ts'
import type { Modules } from './imports.ts'

/** The modules that examples can import. Clients made with them use these options, unless they have their own. */
export function modulesWith(options: Required<Pick<ClientOptions, 'fetch' | 'fetchSync'>> & Pick<ClientOptions, 'hooks'>): Modules {
  return {
    '@wxpay-live/client': async () => ({
      ...client,
      createClient: (own: ClientOptions) => client.createClient(withWire(own, options)),
    }),
    '@wxpay-live/client/crypto': () => import('@wxpay-live/client/crypto'),
    '@wxpay-live/client/invoke': () => import('@wxpay-live/client/invoke'),
    '@wxpay-live/client/retry': () => import('@wxpay-live/client/retry'),
    '@wxpay-live/client/signing': () => import('@wxpay-live/client/signing'),
  }
}
