import { type ClientOptions, createClient, fetchSync, type SentRequest, type Wxpay } from '@wxpay-live/client'
import { decodeBase64, encodeBase64 } from './base64.ts'
import { fillPlaceholders } from './placeholders.ts'

/** A request as the prelude describes it. */
export interface Call {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Steps of the chain, as written. */
  steps: string[]
  /** All options that convert to text; those named in the path are its variables. */
  variables: Record<string, string>
  headers: Record<string, string>
  query: [name: string, value: string][] | null
  /** Base64. */
  body: string | null
  /** Base64 of the signed text if it differs from the body. */
  signed: string | null
  /** Time of the call in Unix seconds. An asynchronous request is signed with this time, not with that of sending. */
  time: number
  /** The instance's `base_uri` if it is not the default. */
  baseUri: string | null
}

/** The result of a {@link Call}. */
export interface CallResult {
  /** `null` if nothing was sent. */
  request: SentRequest | null
  /** `null` if no response arrived. The body is base64. */
  response: { status: number, headers: Record<string, string>, body: string } | null
  /** Why the signature of the response is not valid. */
  distrust: string | null
  /** Why the client threw. */
  failure: string | null
}

export interface BridgeOptions {
  client: ClientOptions
  /** The page's sample for each path variable. */
  samples: Record<string, string>
  /** Called when a sample replaces an empty variable. */
  onSample: (name: string, value: string) => void
}

/** Returns the function that sends requests for PHP. It takes a {@link Call} and returns a {@link CallResult}, both as JSON. */
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
      result.response = { status: raw.status, headers: raw.headers, body: encodeBase64(raw.body) }
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
    // wechatpay-php accepts a query in the path, the client only as an option.
    const [template = '', search] = path.split('?', 2)
    upload = signed === null || body === null ? undefined : new Blob([decodeBase64(body)])
    const claimed = signed ?? body
    wxpay.chain(template)[method]({
      ...fillPlaceholders(template, variables, samples, onSample),
      query: toQuery(query ?? [...new URLSearchParams(search)]),
      ...(claimed !== null && { body: decodeBase64(claimed) }),
      // With a base URL, such as that of a sandbox, all requests go there.
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
