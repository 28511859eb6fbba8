import type { Router } from 'vitepress'
import { fetchBody } from './body.ts'

/** Fetches the body of each page that the reader goes to, while the router loads what else the page needs. */
export function followRouter(router: Router): void {
  let isFirst = true
  let fetched = Promise.resolve()
  router.onBeforePageLoad = (href) => {
    // The browser has loaded the document of the first page.
    fetched = isFirst ? Promise.resolve() : fetchBody(href)
    isFirst = false
    // Awaited below, or of no interest if the router fails before.
    fetched.catch(() => {})
  }
  router.onAfterPageLoad = () => fetched
}
