import type { Catalog } from '@wxpay-live/compiler/model'
import type { Example } from '../page/page-examples.ts'
import type { SearchedPage } from './read-sections.ts'

/** Returns the operations or the notification of each page, by its path without `.md`. */
export function subjectsOf({ operations, notifications = [] }: Catalog): Map<string, SearchedPage['subjects']> {
  const all = [
    ...operations.map(({ page, anchor, title, method, path }) => ({ page, anchor, title, method, path })),
    ...notifications.map(({ page, anchor, title, event }) => ({ page, anchor, title, method: '通知', path: event })),
  ]
  return Map.groupBy(all, ({ page }) => page)
}

/** The text of an example: the names of its languages and the code of the first tab. */
export function textOfExample({ languages }: Example): string {
  const runs = languages[0]?.tabs[0]?.runs ?? []
  return [...languages.map(({ label }) => label), runs.map(([text]) => text).join('')].join('\n')
}
