import { safePages } from '@wxpay-live/compiler'
import type { Operation } from '@wxpay-live/compiler/model'
import type { MarkdownRenderer } from 'vitepress'
import { compileTemplate } from 'vue/compiler-sfc'
import { diagramsPlugin } from './diagrams.ts'
import { createHighlight } from './highlight.ts'
import { examplesPlugin, operationsPlugin } from './operations.ts'
import { permalinksPlugin } from './permalinks.ts'
import { programsPlugin } from './programs.ts'
import { tipsPlugin } from './tips.ts'

/** Why a page is no Vue template. */
function errorOf(source: string): string | undefined {
  const { errors: [error] } = compileTemplate({ source, filename: 'page.vue', id: 'page' })
  return error && String(error)
}

const warn = (page: string, problem: string) => console.warn(`${page}: ${problem}`)

function fail(problem: string): never {
  throw new Error(problem)
}

/** Teaches VitePress' Markdown the page dialect; `operations` are those of all pages. */
export async function createMarkdownConfig(operations: Operation[]): Promise<(md: MarkdownRenderer) => void> {
  const highlight = await createHighlight()
  return (md) => {
    const isForeign = process.env.DOCS_DIR !== undefined
    if (isForeign) safePages(md, { check: errorOf, report: warn })
    diagramsPlugin(md, isForeign ? problem => console.warn(problem) : fail)
    operationsPlugin(md, highlight)
    examplesPlugin(md, operations, highlight)
    programsPlugin(md, highlight)
    tipsPlugin(md)
    permalinksPlugin(md)
  }
}
