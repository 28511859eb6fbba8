import type { RequestHandler } from 'msw'
import { http } from 'msw/http'
import { hosts as wechatPay } from './identity/hosts.ts'
import type { Sandbox } from './sandbox.ts'

export interface HandlerOptions {
  /** Hosts that the sandbox replaces. @default those of WeChat Pay's API, in China and overseas */
  hosts?: string[]
}

/** Creates msw handlers that pass requests to WeChat Pay's hosts to the sandbox. */
export function sandboxHandlers(
  sandbox: Sandbox, { hosts = wechatPay }: HandlerOptions = {},
): RequestHandler[] {
  return hosts.map(host => http.all(`https://${host}/*`, ({ request }) => sandbox.fetch(request)))
}
