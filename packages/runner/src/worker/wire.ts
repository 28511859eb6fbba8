import type { ClientOptions, FetchSync, Hooks, SentRequest, Verification } from '@wxpay-live/client'
import type { Exchange, CodeEvent } from '../messages.ts'
import { inChinese } from './chinese.ts'
import type { Pending } from './pending.ts'

/** What a client sends requests with. */
export interface Transports {
  fetch: typeof globalThis.fetch
  fetchSync: FetchSync
}

type Wire = Required<Pick<ClientOptions, 'fetch' | 'fetchSync' | 'hooks'>>

/** An exchange of a client that has not ended. */
interface UnderWay {
  exchange: Exchange
  settle: () => void
}

/**
 * Returns client options that report each exchange; the `fetch` also reports requests that the code sends without a client.
 * The client's hooks give the signed string and the verification, but no unverified body, so the raw response comes from
 * the transport. `Authorization` identifies an exchange: its nonce is unique.
 */
export function reportExchanges(
  transports: Transports,
  pending: Pending,
  emit: (event: CodeEvent) => void,
): Wire {
  const underWay = new Map<string, UnderWay>()
  const wait = ({ method, url }: Pick<SentRequest, 'method' | 'url'>) => pending.add(`${method} ${url}`)
  const begin = (request: SentRequest) => {
    underWay.set(request.headers.Authorization ?? '', { exchange: { request }, settle: wait(request) })
  }
  const end = (authorization: string, verification?: Exchange['verification']) => {
    const { exchange, settle } = underWay.get(authorization) ?? {}
    if (!exchange) return
    underWay.delete(authorization)
    emit({ type: 'exchange', exchange: verification ? { ...exchange, verification } : exchange })
    settle?.()
  }
  const received = (authorization: string, response: NonNullable<Exchange['response']>) => {
    const { exchange } = underWay.get(authorization) ?? {}
    if (exchange) exchange.response = response
  }

  /** Sends a request of the code itself. */
  async function sendPlain(request: Request): Promise<Response> {
    const { method, url } = request
    const settle = wait(request)
    const headers = Object.fromEntries(request.headers)
    const exchange: Exchange = { request: { method, url, headers, body: await request.clone().text() } }
    try {
      const response = await transports.fetch(request)
      exchange.response = await read(response)
      return response
    } finally {
      emit({ type: 'exchange', exchange })
      settle()
    }
  }

  return {
    hooks: {
      request: begin,
      response: ({ request, verification }) => end(request.headers.Authorization ?? '', describe(verification)),
    },
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const authorization = request.headers.get('Authorization') ?? ''
      if (!underWay.has(authorization)) return sendPlain(request)
      try {
        const response = await transports.fetch(request)
        received(authorization, await read(response))
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

/** Adds the reports to the options of a client; its own functions stay. */
export function withWire(options: ClientOptions, wire: Pick<ClientOptions, keyof Wire>): ClientOptions {
  return { ...wire, ...options, hooks: both(wire.hooks, options.hooks) }
}

const both = (first: Hooks = {}, second: Hooks = {}): Hooks => ({
  request(request) {
    first.request?.(request)
    second.request?.(request)
  },
  response(response) {
    first.response?.(response)
    second.response?.(response)
  },
})

/** What the client says of a file that WeChat Pay never signs. */
const unsigned = 'WeChat Pay does not sign this file'

function describe({ reason, ...verification }: Verification): Verification & { unsigned?: boolean } {
  if (reason === undefined) return verification
  return { ...verification, reason: inChinese(reason), ...reason === unsigned && { unsigned: true } }
}

async function read(response: Response): Promise<NonNullable<Exchange['response']>> {
  const { status, headers } = response
  return { status, headers: Object.fromEntries(headers), body: await response.clone().text() }
}
