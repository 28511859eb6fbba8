import type { Operation } from '@wxpay-live/compiler/model'
import type { MarkdownRenderer } from 'vitepress'
import { createHighlight } from './highlight.ts'
import { examplesPlugin, operationsPlugin } from './operations.ts'
import { tipsPlugin } from './tips.ts'

/** Teaches VitePress' Markdown the page dialect; `operations` are those of all pages. */
export async function createMarkdownConfig(operations: Operation[]): Promise<(md: MarkdownRenderer) => void> {
  const highlight = await createHighlight()
  return (md) => {
    operationsPlugin(md, highlight)
    examplesPlugin(md, operations, highlight)
    tipsPlugin(md)
  }
}
