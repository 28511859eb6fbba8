import { readOperations, snippets, type CompiledOperation } from '@wxpay-live/compiler'
import type { Catalog, Operation } from '@wxpay-live/compiler/model'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import type { ExampleData } from '../theme/example.ts'
import { component, htmlBlock } from './component.ts'
import { addCommonErrors } from './errors.ts'
import type { Highlight } from './highlight.ts'
import { termsHtml } from './terms.ts'

/** Returns an example as the page shows it: all languages and styles, highlighted. */
export function exampleData(compiled: Pick<CompiledOperation, 'operation' | 'example'>, highlight: Highlight): ExampleData {
  return {
    samples: compiled.operation.example.path,
    languages: snippets(compiled).map(({ id, label, grammar, tabs }) => ({
      id,
      label,
      tabs: tabs.map(tab => ({ ...tab, html: highlight(tab.code, grammar) })),
    })),
  }
}

/**
 * Adds a badge and the terms below the heading of each operation, a badge below that of a notification, and the error
 * codes of every operation; replaces examples with runnable tabs.
 * @param all the operations of all pages, and the error codes of every operation
 */
export function operationsPlugin(md: MarkdownRenderer, all: Catalog, highlight: Highlight): void {
  md.core.ruler.push('operations', (state) => {
    const { tokens, env, inlineMode } = state
    if (inlineMode) return
    const { relativePath, frontmatter }: MarkdownEnv = env
    const page = { file: relativePath, ...(frontmatter && { frontmatter }) }
    const { operations, notification } = readOperations(tokens, page)
    addCommonErrors(state, operations, all.errors ?? [])
    // Backwards, so the positions of earlier operations stay valid.
    for (const compiled of operations.toReversed()) {
      const { operation, example, heading } = compiled
      const { method, path, counterpart } = operation
      if (example) {
        const tabs = component(state, 'RunnableExample', { example: exampleData(compiled, highlight) })
        tokens.splice(example.start, example.end - example.start, tabs)
      }
      const twin = all.operations.find(other => other.method === method && other.path === counterpart)
      const terms = htmlBlock(state, termsHtml(operation, twin, link => md.renderInline(link, { ...env })))
      tokens.splice(heading + 3, 0, component(state, 'OperationBadge', { method, path }), terms)
    }
    if (notification) {
      const heading = tokens.findIndex(({ type, tag }) => type === 'heading_open' && tag === 'h1')
      const badge = component(state, 'OperationBadge', { method: '通知', path: notification.event })
      tokens.splice(heading < 0 ? 0 : heading + 3, 0, badge)
    }
  })
}

/** Fills `<RunnableExample operation="POST /v3/…" />`, on any page, with the example of that operation. */
export function examplesPlugin(md: MarkdownRenderer, operations: Operation[], highlight: Highlight): void {
  md.core.ruler.push('examples', (state) => {
    const { tokens } = state
    for (const [index, { content }] of tokens.entries()) {
      const name = /^<RunnableExample operation="(.+?)" ?\/>/.exec(content)?.[1]
      if (!name) continue
      const operation = operations.find(({ method, path }) => `${method} ${path}` === name)
      if (!operation) throw new Error(`<RunnableExample operation="${name}">: unknown operation, write method and path of a page`)
      tokens[index] = component(state, 'RunnableExample', { example: exampleData({ operation }, highlight) })
    }
  })
}
