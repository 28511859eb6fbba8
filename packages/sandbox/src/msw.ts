import { http, type RequestHandler } from 'msw'
import type { Sandbox } from './sandbox.ts'

export interface HandlerOptions {
  /** Hosts that the sandbox replaces. @default WeChat Pay's api.mch, its standby api2.mch, and apihk.mch */
  hosts?: string[]
}

const wechatPay = ['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com', 'apihk.mch.weixin.qq.com']

/** Creates msw handlers that pass requests to WeChat Pay's hosts to the sandbox. */
export function sandboxHandlers(
  sandbox: Sandbox, { hosts = wechatPay }: HandlerOptions = {},
): RequestHandler[] {
  return hosts.map(host => http.all(`https://${host}/*`, ({ request }) => sandbox.fetch(request)))
}

/** Default URL of the server. */
const server = 'http://127.0.0.1:8787'

/**
 * Creates msw handlers for the control API at the default URL of the server, so that a program which acts for the user
 * works with either. The API loads at its first request.
 */
export function controlHandlers({ control }: Pick<Sandbox, 'control'>): RequestHandler[] {
  return ['/_sandbox', '/_sandbox/*'].map(path => http.all(server + path, async ({ request }) => {
    const { controlApp } = await import('./control/app.ts')
    return controlApp(control).fetch(request)
  }))
}
