import { safePages } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import type { MarkdownRenderer } from 'vitepress'
import { compileTemplate } from 'vue/compiler-sfc'
import { diagramsPlugin } from './diagrams.ts'
import { createHighlight } from './highlight.ts'
import { examplesPlugin, operationsPlugin } from './operations.ts'
import { permalinksPlugin } from './permalinks.ts'
import { programsPlugin } from './programs.ts'
import { tipsPlugin } from './tips.ts'

/** Returns the first error of a Vue template, if any. */
function errorOf(source: string): string | undefined {
  const { errors: [error] } = compileTemplate({ source, filename: 'page.vue', id: 'page' })
  return error && String(error)
}

const warn = (page: string, problem: string) => console.warn(`${page}: ${problem}`)

function fail(problem: string): never {
  throw new Error(problem)
}

/**
 * Creates the setup of VitePress's markdown-it for the page dialect.
 * @param catalog the operations of all pages, and the error codes of every operation
 * @param isForeign whether the pages are not ours: their errors are printed instead of thrown
 */
export async function createMarkdownConfig(
  catalog: Catalog,
  isForeign: boolean,
): Promise<(md: MarkdownRenderer) => void> {
  const highlight = await createHighlight()
  return (md) => {
    if (isForeign) safePages(md, { check: errorOf, report: warn })
    diagramsPlugin(md, isForeign ? problem => console.warn(problem) : fail)
    operationsPlugin(md, catalog, highlight)
    examplesPlugin(md, catalog.operations, highlight)
    programsPlugin(md, highlight)
    tipsPlugin(md)
    permalinksPlugin(md)
  }
}
