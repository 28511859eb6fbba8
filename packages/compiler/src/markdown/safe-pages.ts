import type MarkdownIt from 'markdown-it'
import { inertContent, type InertEnv } from './inert.ts'
import { safeAttributes } from './safe-attributes.ts'

export interface SafePagesOptions {
  /** Why a page's HTML is no valid template; undefined where it is one. */
  check: (html: string) => string | undefined
  /** Hears of a page that is not shown as it should be. */
  report?: (page: string, problem: string) => void
}

/**
 * A markdown-it plugin for pages that nobody has looked at: whatever is on them, rendering does not throw and the result
 * is a valid template. A page whose HTML makes it invalid shows that HTML as text; a page that cannot be rendered at all
 * shows its source. To be used before the plugins that read attributes or add components.
 */
export function safePages(markdown: MarkdownIt, { check, report = () => {} }: SafePagesOptions): void {
  safeAttributes(markdown)
  inertContent(markdown)
  const render = markdown.render.bind(markdown)
  markdown.render = (source, env: InertEnv & { relativePath?: string } = {}) => {
    for (const inert of [false, true]) {
      env.inert = inert
      const { html, problem } = attempt(() => render(source, env))
      if (problem === undefined) return html
      report(env.relativePath ?? '', problem)
    }
    // What a page declares besides its template went wrong with it.
    Object.assign(env, { content: source, sfcBlocks: undefined })
    return `<pre v-pre>${markdown.utils.escapeHtml(source)}</pre>`
  }

  function attempt(render: () => string): { html: string, problem?: string | undefined } {
    try {
      const html = render()
      return { html, problem: check(html) }
    } catch (error) {
      return { html: '', problem: (error as Error).message }
    }
  }
}
