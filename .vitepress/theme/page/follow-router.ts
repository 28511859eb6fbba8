import type { Router } from 'vitepress'
import { keepBody } from './body.ts'
import { fetchPage } from './fetch-page.ts'
import { finishTurns } from './in-turn.ts'

declare global {
  interface Window {
    /** Where VitePress looks up the hashes of modules. */
    __VP_HASH_MAP__: Record<string, string>
  }
}

/** Fetches the document of each page that the reader goes to, and finds its module by it. */
export function followRouter(router: Router): void {
  let isFirst = true
  let latest = 0
  router.onBeforePageLoad = async (href) => {
    finishTurns()
    const own = ++latest
    // The browser has loaded the document of the first page.
    const isLoaded = isFirst
    isFirst = false
    if (isLoaded) return undefined
    // Without the hash of its module the router shows that the page does not exist.
    const page = await fetchPage(href).catch(() => undefined)
    // The reader has gone on.
    if (own !== latest) return false
    if (page) {
      keepBody(page.body)
      window.__VP_HASH_MAP__ = { ...window.__VP_HASH_MAP__, ...page.hashes }
    }
    return undefined
  }
}
