import { renderToString } from 'vue/server-renderer'
import type { DrawnExample } from '../../page/body-part.ts'
import { createExample, exampleHtml } from './examples.ts'

/** Renders an example on the server. */
export async function renderExample({ outline, first }: DrawnExample): Promise<string> {
  return exampleHtml(outline, await renderToString(createExample(outline, first)))
}
