import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { dist } from './built-pages.ts'

const anchors = new Map<string, Set<string> | undefined>()

/** The `id`s of a built page; undefined if there is no such page. */
function anchorsOf(file: string): Set<string> | undefined {
  if (!anchors.has(file)) {
    const found = existsSync(`${dist}/${file}`) ? readFileSync(`${dist}/${file}`, 'utf8').matchAll(/\sid="([^"]*)"/g) : undefined
    anchors.set(file, found && new Set(Array.from(found, ([, id]) => id!)))
  }
  return anchors.get(file)
}

/** The links of a built page that lead to the site itself, as they are written. */
export function ownLinks(file: string): string[] {
  const html = readFileSync(`${dist}/${file}`, 'utf8')
  const links = Array.from(html.matchAll(/<a\s[^>]*?href="([^"]*)"/g), ([, href]) => href!.replaceAll('&amp;', '&'))
  return [...new Set(links)].filter(href => !/^(?:[a-z]+:|\/\/)/i.test(href))
}

/** Whether the built site has what a link of that page leads to: the file, and in it the element. */
export function leadsSomewhere(link: string, from: string): boolean {
  const { pathname, hash } = new URL(link, `http://site/${from.split('/').map(encodeURIComponent).join('/')}`)
  const path = posix.relative('/', decodeURIComponent(pathname))
  const file = pathname.endsWith('/') ? posix.join(path, 'index.html') : path
  if (!file.endsWith('.html')) return existsSync(`${dist}/${file}`)
  const ids = anchorsOf(file)
  return ids !== undefined && (!hash || ids.has(decodeURIComponent(hash.slice(1))))
}
