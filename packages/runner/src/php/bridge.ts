import { type ClientOptions, createClient, fetchSync, type RawResponse, type SentRequest, type Wxpay } from '@wxpay-live/client'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { fillPlaceholders } from './placeholders.ts'

/** A call of the prelude. */
export interface Call {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** The steps of the chain, as written. */
  steps: string[]
  /** Every option that has a text; only those the path names are variables. */
  variables: Record<string, string>
  headers: Record<string, string>
  query: [name: string, value: string][] | null
  /** Base64. */
  body: string | null
  /** Base64: what stands for the body in the signature, where that is not the body itself. */
  signed: string | null
  /** When the call was made: its signature is of that moment, however long it then waited. Seconds since the epoch. */
  time: number
  /** Another access point than WeChat Pay's usual one. */
  baseUri: string | null
}

/** What came of a call. */
export interface CallResult {
  /** `null` where nothing was sent. */
  request: SentRequest | null
  /** `null` where no answer came; its body is base64. */
  response: { status: number, headers: Record<string, string>, body: string } | null
  /** Why the answer is not trusted. */
  distrust: string | null
  /** Why the client threw. */
  failure: string | null
}

export interface BridgeOptions {
  client: ClientOptions
  /** The page's sample for each variable of a path. */
  samples: Record<string, string>
  /** Called where a sample takes the place of an empty variable. */
  onSample: (name: string, value: string) => void
}

/** Makes the function through which PHP calls the client: it takes a {@link Call} and answers a {@link CallResult}, in JSON. */
export function createBridge({ client, samples, onSample }: BridgeOptions): (call: string) => string {
  let result: CallResult
  let upload: Blob | undefined
  let signedAt: number | undefined
  const transport = client.fetchSync ?? fetchSync
  const wxpay = createClient({
    ...client,
    now: () => signedAt ?? Date.now(),
    fetchSync(request) {
      const raw = transport(upload ? { ...request, upload } : request)
      result.response = { ...raw, body: encodeBase64(raw.body) } satisfies Record<keyof RawResponse, unknown>
      return raw
    },
    hooks: {
      request(request) {
        result.request = request
        signedAt = undefined
        client.hooks?.request?.(request)
      },
      response(received) {
        result.distrust = received.verification.reason ?? null
        client.hooks?.response?.(received)
      },
    },
  })

  return (json) => {
    result = { request: null, response: null, distrust: null, failure: null }
    try {
      send(JSON.parse(json) as Call)
    } catch (error) {
      result.failure = error instanceof Error ? error.message : String(error)
    }
    return JSON.stringify(result)
  }

  function send({ method, steps, variables, headers, query, body, signed, time, baseUri }: Call): void {
    signedAt = time * 1000
    const path = String(steps.reduce<Wxpay>((chain, step) => chain.chain(step), wxpay))
    // PHP's library takes a query in the path as well; the client wants it apart.
    const [template = '', search] = path.split('?', 2)
    upload = signed === null || body === null ? undefined : new Blob([decodeBase64(body)])
    const claimed = signed ?? body
    wxpay.chain(template)[method]({
      ...fillPlaceholders(template, variables, samples, onSample),
      query: toQuery(query ?? [...new URLSearchParams(search)]),
      ...(claimed !== null && { body: decodeBase64(claimed) }),
      // A client whose requests all go to one place, as to a sandbox, keeps it.
      ...(baseUri !== null && !client.baseUrl && { baseUrl: baseUri }),
      headers,
    })
  }
}

const toQuery = (pairs: [name: string, value: string][]): Record<string, string[]> =>
  Object.fromEntries(Array.from(
    Map.groupBy(pairs, ([name]) => name),
    ([name, same]) => [name, same.map(([, value]) => value)],
  ))
