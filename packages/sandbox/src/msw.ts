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
