import { readOperations, snippets, type CompiledOperation } from '@wxpay-live/compiler'
import type { Operation } from '@wxpay-live/compiler/model'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import type { ExampleData } from '../theme/example.ts'
import { component } from './component.ts'

type Highlight = (code: string, language: string) => string

/** Everything the page shows of an example: each language in each style, highlighted. */
export function exampleData(compiled: Pick<CompiledOperation, 'operation' | 'example'>, highlight: Highlight): ExampleData {
  const { method, path, example } = compiled.operation
  return {
    operation: `${method} ${path}`,
    samples: example.path,
    languages: snippets(compiled).map(({ id, label, grammar, tabs }) => ({
      id,
      label,
      tabs: tabs.map(tab => ({ ...tab, html: highlight(tab.code, grammar) })),
    })),
  }
}

/** Puts a badge below the heading of each operation, and tabs that run in the place of its example. */
export function operationsPlugin(md: MarkdownRenderer, highlight: Highlight): void {
  md.core.ruler.push('operations', (state) => {
    const { tokens, env, inlineMode } = state
    if (inlineMode) return
    const { relativePath, frontmatter } = env as MarkdownEnv
    const { operations } = readOperations(tokens, { file: relativePath, ...(frontmatter && { frontmatter }) })
    // From the last to the first, so that positions before it stay right.
    for (const compiled of operations.toReversed()) {
      const { operation: { method, path }, example, heading } = compiled
      if (example) {
        const tabs = component(state, 'RunnableExample', { example: exampleData(compiled, highlight) })
        tokens.splice(example.start, example.end - example.start, tabs)
      }
      tokens.splice(heading + 3, 0, component(state, 'OperationBadge', { method, path }))
    }
  })
}

/** Gives `<RunnableExample operation="POST /v3/…" />`, on any page, the example of that operation. */
export function examplesPlugin(md: MarkdownRenderer, operations: Operation[], highlight: Highlight): void {
  md.core.ruler.push('examples', (state) => {
    const { tokens } = state
    for (const [index, { content }] of tokens.entries()) {
      const name = /^<RunnableExample operation="(.+?)" ?\/>/.exec(content)?.[1]
      if (!name) continue
      const operation = operations.find(({ method, path }) => `${method} ${path}` === name)
      if (!operation) throw new Error(`<RunnableExample operation="${name}">: no page describes that operation.`)
      tokens[index] = component(state, 'RunnableExample', { example: exampleData({ operation }, highlight) })
    }
  })
}
