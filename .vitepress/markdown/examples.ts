import { snippets, type CompiledOperation } from '@wxpay-live/compiler'
import type { Operation } from '@wxpay-live/compiler/model'
import type { MarkdownRenderer } from 'vitepress'
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import { exampleTag } from '../page/allow-list.ts'
import type { Example, ExampleEnv } from '../page/page-examples.ts'
import type { Highlight } from './highlight.ts'
import { htmlBlock } from './html-block.ts'

/** Returns the example of an operation in all languages and styles, highlighted. */
export function exampleOf(compiled: Pick<CompiledOperation, 'operation' | 'example'>, highlight: Highlight): Example {
  const { method, path, example } = compiled.operation
  return {
    samples: example.path,
    // The catalog has no operation without a fixed path.
    ...path.startsWith('/') && { subject: `${method} ${path}` },
    languages: snippets(compiled).map(({ id, label, grammar, tabs }) => ({
      id,
      label,
      tabs: tabs.map(tab => ({ label: tab.label, runs: highlight(tab.code, grammar) })),
    })),
  }
}

/** Adds an example to the page, and returns the token that stands for it. */
export function exampleToken(state: StateCore, example: Example): Token {
  const env: ExampleEnv = state.env
  const index = (env.examples ??= []).push(example) - 1
  return htmlBlock(state, `<${exampleTag} index="${index}"></${exampleTag}>\n`)
}

/** Fills `<RunnableExample operation="POST /v3/…" />`, on any page, with the example of that operation. */
export function examplesPlugin(md: MarkdownRenderer, operations: Operation[], highlight: Highlight): void {
  md.core.ruler.push('examples', (state) => {
    for (const [index, { content }] of state.tokens.entries()) {
      const name = /^<RunnableExample operation="(.+?)" ?\/>/.exec(content)?.[1]
      if (!name) continue
      const operation = operations.find(({ method, path }) => `${method} ${path}` === name)
      if (!operation) throw new Error(`<RunnableExample operation="${name}">: unknown operation, write method and path of a page`)
      state.tokens[index] = exampleToken(state, exampleOf({ operation }, highlight))
    }
  })
}
