import { http, type RequestHandler } from 'msw'
import type { Sandbox } from './sandbox.ts'

export interface HandlerOptions {
  /** Hosts the sandbox stands in for. @default WeChat Pay's: api, its standby api2, and apihk */
  hosts?: string[]
}

const wechatPay = ['api.mch.weixin.qq.com', 'api2.mch.weixin.qq.com', 'apihk.mch.weixin.qq.com']

/** Makes msw handlers that pass every request to WeChat Pay's hosts to the sandbox. */
export function sandboxHandlers(
  sandbox: Sandbox, { hosts = wechatPay }: HandlerOptions = {},
): RequestHandler[] {
  return hosts.map(host => http.all(`https://${host}/*`, ({ request }) => sandbox.fetch(request)))
}

/** Where the server listens if it is not told otherwise. */
const server = 'http://127.0.0.1:8787'

/**
 * Makes msw handlers for the control API, at the URL it has on the local server: a program that plays the user's part
 * runs beside either. The API itself is loaded when it is asked.
 */
export function controlHandlers({ control }: Pick<Sandbox, 'control'>): RequestHandler[] {
  return ['/_sandbox', '/_sandbox/*'].map(path => http.all(server + path, async ({ request }) => {
    const { controlApp } = await import('./control/app.ts')
    return controlApp(control).fetch(request)
  }))
}
