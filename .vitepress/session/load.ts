import { Unavailable } from './unavailable.ts'

/**
 * Loads the sandbox of this page and what runs examples.
 *
 * @throws {Unavailable} if the browser cannot sign, as on a page over http from another machine
 */
export async function loadSession(): Promise<typeof import('./sandbox.ts')> {
  if (isSecureContext) return import('./sandbox.ts')
  throw new Unavailable(
    '这个页面以 http 打开，浏览器在这样的页面里不能签名',
    '请用 https 打开，或在本机用 http://localhost 打开',
  )
}
