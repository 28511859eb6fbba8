import { createClient, isApiError } from '@wxpay-live/client'
import type { JsonValue } from '@wxpay-live/compiler/model'
import { clientSettings, createSandbox, type SandboxOptions } from '../../src/index.ts'
import { assertDocumented } from './documented.ts'
import { flowCatalog } from './flow-catalog.ts'
import { identity, now } from './identity.ts'

/** The outcome of a request: status and body, or status, code and message of the refusal. */
export interface Outcome {
  status: number
  body: Record<string, JsonValue>
  code?: string
  message?: string
}

type Values = Record<string, unknown>

/** Opens a strict sandbox with our client. */
export function openFlow(options: Partial<SandboxOptions> = {}) {
  const { fetch, exchange, control } = createSandbox({
    catalog: flowCatalog, identity, now, strict: true, ...options,
  })
  const wxpay = createClient({
    ...clientSettings(identity), now, fetch: (...args) => fetch(new Request(...args)),
  })
  async function call(verb: 'get' | 'post' | 'put' | 'patch' | 'delete', template: string, values: Values = {}): Promise<Outcome> {
    try {
      const response = await wxpay.chain(template.slice(1))[`${verb}Async`](values)
      return { status: response.status, body: response.status === 204 ? {} : await response.json() as never }
    } catch (error) {
      if (!isApiError(error)) throw error
      const { status, code = '', message } = error
      assertDocumented(verb.toUpperCase(), template, status, code)
      return { status, code, message, body: {} }
    }
  }
  return {
    fetch,
    call,
    exchange,
    control,
    encrypt: (text: string) => wxpay.encrypt(text),
    get: (template: string, values?: Values) => call('get', template, values),
    put: (template: string, json: Values) => call('put', template, { json }),
    patch: (template: string, json: Values, path: Values = {}) => call('patch', template, { json, ...path }),
    del: (template: string) => call('delete', template),
    post: (template: string, json: Values, path: Values = {}) => call('post', template, { json, ...path }),
  }
}

/** Returns the event types of all notifications, the oldest first. */
export const events = async ({ control }: Pick<ReturnType<typeof openFlow>, 'control'>) =>
  (await control.notifications()).map(({ event_type }) => event_type)
