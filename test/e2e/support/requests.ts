import type { Page, Request } from 'playwright'

/** The browser asks for the icon that a page names by itself, whenever it likes. */
const isIcon = (request: Request) => /\/favicon\.\w+$/.test(new URL(request.url()).pathname)

/** Records the URLs that a page asks for from now on. */
export function recordRequests(page: Page): string[] {
  const urls: string[] = []
  page.on('request', (request) => {
    if (!isIcon(request)) urls.push(request.url())
  })
  return urls
}
