import { renderToString } from 'vue/server-renderer'
import type { DrawnExample } from '../../page/body-part.ts'
import { createExample, exampleHtml } from './examples.ts'

/** Renders an example on the server: of all but the first on a page its code only. */
export async function renderExample({ outline, first, isFirst }: DrawnExample): Promise<string> {
  const content = isFirst
    ? await renderToString(createExample(outline, first))
    : `<div class="example-outline"><pre class="shiki vp-code" tabindex="0"><code>${first.html}</code></pre></div>`
  return exampleHtml(outline, content)
}
