import { hosts } from './identity/hosts.ts'
import type { Sandbox } from './sandbox.ts'

/** The control API at the default URL of the server, so that a program which acts for the user works with either. */
const controlUrl = /^http:\/\/127\.0\.0\.1:8787\/_sandbox(?:[/?#]|$)/

/** Whether a URL is of the control API. */
export const isOfControl = (url: string): boolean => controlUrl.test(url)

/**
 * Responds to requests to WeChat Pay's hosts, and to the control API at the default URL of the server, which loads at its
 * first request.
 *
 * @returns a function that resolves to undefined for any other URL
 */
export function localFetch(sandbox: Sandbox): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    const { protocol, host } = new URL(request.url)
    if (protocol === 'https:' && hosts.includes(host)) return sandbox.fetch(request)
    if (!isOfControl(request.url)) return undefined
    const { controlApp } = await import('./control/app.ts')
    return controlApp(sandbox.control).fetch(request)
  }
}
