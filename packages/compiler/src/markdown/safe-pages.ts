import type MarkdownIt from 'markdown-it'
import { inertContent, type InertEnv } from './inert.ts'
import { safeAttributes } from './safe-attributes.ts'

/** Options of {@link safePages}. */
export interface SafePagesOptions {
  /** Returns why a page's HTML is not a valid template, or undefined if it is valid. */
  check: (html: string) => string | undefined
  /** Receives each page whose HTML is shown as text, and why. */
  report?: (page: string, problem: string) => void
}

/**
 * A markdown-it plugin for unreviewed pages: rendering never throws and always returns a valid template. A page with
 * invalid HTML shows that HTML as text; a page that cannot be rendered shows its source. Use it before the plugins that
 * read attributes or add components.
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
    // Drop what the failed page declared beside its template.
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
