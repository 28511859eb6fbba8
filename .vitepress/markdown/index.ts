import { boundLinks, type CompiledFolder } from '@wxpay-live/compiler'
import type { MarkdownRenderer } from 'vitepress'
import { renderPages, type RenderOptions } from '../page/render-pages.ts'
import { clinicPlugin } from './clinic.ts'
import { diagramsPlugin } from './diagrams.ts'
import { examplesPlugin } from './examples.ts'
import { createHighlight } from './highlight.ts'
import { operationsPlugin } from './operations.ts'
import { permalinksPlugin } from './permalinks.ts'
import { productsPlugin } from './products.ts'
import { programsPlugin } from './programs.ts'
import { rawHtmlPlugin } from './raw-html.ts'
import { containedSnippetsPlugin } from './snippets.ts'
import { startsOf } from './starts.ts'
import { tipsPlugin } from './tips.ts'

/** Options of {@link createMarkdownConfig}. */
export interface MarkdownOptions extends Omit<RenderOptions, 'report' | 'catalog'> {
  /** The operations of all pages, the error codes of every operation, and the programs. */
  folder: Pick<CompiledFolder, 'catalog' | 'pages' | 'compiled'>
  /** Snippets of files show files of this folder only. */
  snippets: string
  /** Whether the pages are not ours: their errors are printed instead of thrown. */
  isForeign: boolean
}

/** Creates the setup of VitePress's markdown-it for the page dialect. */
export async function createMarkdownConfig(
  { folder: { catalog, pages, compiled }, snippets, isForeign, ...options }: MarkdownOptions,
): Promise<(md: MarkdownRenderer) => void> {
  const highlight = await createHighlight()
  const starts = startsOf({ pages, compiled })
  const report = (problem: string) => {
    if (!isForeign) throw new Error(problem)
    console.warn(problem)
  }
  return (md) => {
    boundLinks(md)
    diagramsPlugin(md, report)
    operationsPlugin(md, catalog, highlight)
    examplesPlugin(md, catalog.operations, highlight)
    programsPlugin(md, highlight, starts)
    productsPlugin(md, pages, options.base)
    if (pages.some(({ page }) => page === 'clinic')) clinicPlugin(md)
    containedSnippetsPlugin(md, snippets)
    rawHtmlPlugin(md)
    tipsPlugin(md)
    permalinksPlugin(md)
    renderPages(md, { ...options, catalog, report: (page, problem) => report(`${page}: ${problem}`) })
  }
}
