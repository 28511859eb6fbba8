import type { PageData } from 'vitepress'
import { sanitizeFileName } from 'vitepress/dist/client/shared.js'

/** Returns the name of a page's module without its ending, as VitePress looks for it. */
export const moduleName = (page: string): string => sanitizeFileName(page.replaceAll('/', '_'))

/** What the module of a page imports. */
export interface PageImports {
  kit: string
  menu: string | undefined
}

/**
 * Returns the module of a page.
 * @param body the parts of the body as JSON, for the server; in browsers the body is in the document
 */
export function pageModule(data: PageData, { kit, menu }: PageImports, body = ''): string {
  return [
    ...menu ? [`import ${JSON.stringify(menu)}`] : [],
    `import { createPage } from ${JSON.stringify(kit)}`,
    `export const __pageData = JSON.parse(${JSON.stringify(JSON.stringify(data))})`,
    `export default createPage(${body})`,
    '',
  ].join('\n')
}
