import type { ClientOptions, FetchSync, SentRequest } from '@wxpay-live/client'
import type { Exchange, RunEvent } from '../messages.ts'
import type { Pending } from './pending.ts'

/** What a client sends requests with. */
export interface Transports {
  fetch: typeof globalThis.fetch
  fetchSync: FetchSync
}

type Wire = Required<Pick<ClientOptions, 'fetch' | 'fetchSync' | 'hooks'>>

/**
 * Returns client options that report each exchange. The client's hooks give the signed string and the verification, but
 * no unverified body, so the raw response comes from the transport. `Authorization` identifies an exchange: its nonce is
 * unique.
 */
export function reportExchanges(
  transports: Transports,
  pending: Pending,
  emit: (event: RunEvent) => void,
): Wire {
  const underWay = new Map<string, Exchange>()
  const begin = (request: SentRequest) => {
    pending.add()
    underWay.set(request.headers.Authorization ?? '', { request })
  }
  const end = (authorization: string, verification?: Exchange['verification']) => {
    const exchange = underWay.get(authorization)
    if (!exchange) return
    underWay.delete(authorization)
    emit({ type: 'exchange', exchange: verification ? { ...exchange, verification } : exchange })
    pending.remove()
  }
  const received = (authorization: string, response: NonNullable<Exchange['response']>) => {
    const exchange = underWay.get(authorization)
    if (exchange) exchange.response = response
  }

  return {
    hooks: {
      request: begin,
      response: ({ request, verification }) => end(request.headers.Authorization ?? '', verification),
    },
    fetch: async (input, init) => {
      const authorization = new Request(input, init).headers.get('Authorization') ?? ''
      try {
        const response = await transports.fetch(input, init)
        const { status, headers } = response
        const body = await response.clone().text()
        received(authorization, { status, headers: Object.fromEntries(headers), body })
        return response
      } catch (error) {
        end(authorization)
        throw error
      }
    },
    fetchSync: (request) => {
      const authorization = request.headers.Authorization ?? ''
      try {
        const response = transports.fetchSync(request)
        const { status, headers, body } = response
        received(authorization, { status, headers, body: new TextDecoder().decode(body) })
        return response
      } catch (error) {
        end(authorization)
        throw error
      }
    },
  }
}
