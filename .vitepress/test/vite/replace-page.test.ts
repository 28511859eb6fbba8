import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compilePage } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import { expect, it } from 'vitest'
import { replacePage } from '../../vite/replace-page.ts'

const catalog: Catalog = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('@wxpay-live/openapi/catalog.json')), 'utf8'),
)
const { DOCS_DIR = 'docs' } = process.env
const compile = (page: string) => compilePage(readFileSync(`${DOCS_DIR}/${page}`, 'utf8'), page)
const inOrder = ({ operations, notifications = [] }: Catalog) => ({
  operations: operations.toSorted((a, b) => `${a.path} ${a.method}`.localeCompare(`${b.path} ${b.method}`)),
  notifications: notifications.toSorted((a, b) => a.event.localeCompare(b.event)),
})

it.each([
  ...new Set(catalog.operations.filter(({ tolerates }) => Array.isArray(tolerates)).map(({ page }) => `${page}.md`)),
])('changes nothing, tolerated fields included, if %s is saved as it was', (page) => {
  expect(inOrder(replacePage(catalog, page, compile(page)))).toEqual(inOrder(catalog))
})

it('replaces a notification', () => {
  const [{ page } = { page: '' }] = catalog.notifications ?? []
  const { notification, ...compiled } = compile(`${page}.md`)
  if (!notification) throw new Error(`${page} describes no notification`)
  const renamed = { ...compiled, notification: { ...notification, title: '新的标题' } }
  const { notifications = [] } = replacePage(catalog, `${page}.md`, renamed)
  expect(notifications).toHaveLength(catalog.notifications?.length ?? 0)
  expect(notifications.find(({ event }) => event === notification.event)?.title).toBe('新的标题')
})
