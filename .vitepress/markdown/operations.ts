import { readOperations } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { badgeHtml } from './badge.ts'
import { addCommonErrors } from './errors.ts'
import { exampleOf, exampleToken } from './examples.ts'
import type { ExampleEnv } from '../page/page-examples.ts'
import type { Highlight } from './highlight.ts'
import { htmlBlock } from './html-block.ts'
import { wrapNotification, wrapOperation } from './operation-section.ts'
import { addTableHeadings, fieldTable } from './table-headings.ts'
import { addRowAnchors } from './table-rows.ts'
import { termsHtml } from './terms.ts'

/**
 * Adds a badge and the terms below the heading of each operation, a badge below that of a notification, headings, and the
 * error codes of every operation; replaces examples with runnable tabs. They and the program of a notification can stand
 * beside the tables.
 * @param all the operations of all pages, and the error codes of every operation
 */
export function operationsPlugin(md: MarkdownRenderer, all: Catalog, highlight: Highlight): void {
  md.core.ruler.push('operations', (state) => {
    const { tokens, env, inlineMode } = state
    if (inlineMode) return
    const { relativePath, frontmatter }: MarkdownEnv = env
    const page = { file: relativePath, ...(frontmatter && { frontmatter }) }
    const { operations, notification, programs } = readOperations(tokens, page)
    addCommonErrors(state, operations, all.errors ?? [])
    for (const [index, token] of tokens.entries()) {
      if (token.type !== 'table_open' || !fieldTable.test(token.attrGet('id')?.split('-')[0] ?? '')) continue
      const own = operations.findLast(({ heading }) => heading < index)?.operation.anchor ?? ''
      addRowAnchors(state, index, operations.length > 1 ? own : '')
    }
    // Backwards, so the positions of earlier operations stay valid.
    for (const [index, compiled] of [...operations.entries()].reverse()) {
      const { method, path, anchor, counterpart } = compiled.operation
      const twin = all.operations.find(other => other.method === method && other.path === counterpart)
      const terms = termsHtml(compiled.operation, twin, link => md.renderInline(link, { ...env }))
      wrapOperation(state, compiled, operations[index + 1]?.heading ?? tokens.length, {
        badge: badgeHtml(method, path) + terms,
        example: exampleToken(state, exampleOf(compiled, highlight)),
        id: index ? `example-${anchor}` : 'example',
      })
    }
    if (notification) {
      Object.assign(env, { event: notification.event } satisfies ExampleEnv)
      wrapNotification(state, programs)
      const title = state.tokens.findIndex(({ type, tag }) => type === 'heading_close' && tag === 'h1')
      state.tokens.splice(title + 1, 0, htmlBlock(state, badgeHtml('通知', notification.event)))
    }
    addTableHeadings(state)
  })
}
