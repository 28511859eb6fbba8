import { shallowRef } from 'vue'
import type { Preference } from '../example.ts'

/** The code in the hash of the link that the reader followed, not decoded, until an example takes it. */
export const linkedCode = shallowRef<{ path: string, text: string }>()

const prefix = '#code='

/** Takes the code out of the address, now and whenever the reader follows such a link: the router would look for an anchor. */
export function takeLinkedCode(window: Window): void {
  const take = () => {
    const { hash, pathname, search } = window.location
    if (!hash.startsWith(prefix)) return
    linkedCode.value = { path: pathname, text: hash.slice(prefix.length) }
    window.history.replaceState(window.history.state, '', pathname + search)
  }
  take()
  window.addEventListener('hashchange', take)
}

/** Reads language and style out of the query of an address. */
export function preferenceIn(search: string): Partial<Preference> {
  const query = new URLSearchParams(search)
  const [language, tab] = [query.get('lang'), query.get('style')]
  return { ...language && { language }, ...tab && { tab } }
}

/** Writes language and style into an address, and code into its hash. */
export function addressWith(address: string, { language, tab }: Preference, code?: string): string {
  const url = new URL(address)
  url.searchParams.set('lang', language)
  url.searchParams.set('style', tab)
  if (code !== undefined) url.hash = prefix + code
  return url.href
}
