import { formatProblem, textOf } from '@wxpay-live/compiler'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { escapeHtml } from '../theme/escape-html.ts'
import { DiagramError, drawDiagram } from './draw-diagram.ts'

type Tokens = Parameters<NonNullable<MarkdownRenderer['renderer']['rules']['fence']>>[0]

interface Env extends Partial<MarkdownEnv> {
  src?: string
  /** Draws the diagram of each placeholder. */
  diagrams?: (() => Promise<string>)[]
}

/**
 * Draws each ```` ```mermaid ```` block at build time. The text after `mermaid`, or else the heading above, names it.
 * @param report called with the problem of a diagram; if it does not throw, the page shows the source instead
 */
export function diagramsPlugin(md: MarkdownRenderer, report: (problem: string) => void): void {
  const { fence } = md.renderer.rules
  md.renderer.rules.fence = (tokens, index, options, env: Env, self) => {
    if (!/^mermaid(?:\s|$)/.test(tokens[index]!.info)) return fence!(tokens, index, options, env, self)
    const diagrams = env.diagrams ??= []
    diagrams.push(() => draw(tokens, index, env))
    return `<!--diagram ${diagrams.length - 1}-->`
  }

  const renderAsync = md.renderAsync.bind(md)
  md.renderAsync = async (source, env: Env = {}) => {
    env.diagrams = []
    const html = await renderAsync(source, env)
    const drawings = await Promise.all(env.diagrams.map(draw => draw()))
    // All diagrams use the same ids for their arrowheads.
    return html.replace(/<!--diagram (\d+)-->/g, (_, index: string) =>
      drawings[Number(index)]!.replace(/(\bid="|url\(#)/g, `$1diagram-${index}-`))
  }

  async function draw(tokens: Tokens, index: number, env: Env): Promise<string> {
    const { content, info, map } = tokens[index]!
    const title = info.replace(/^mermaid\s*/, '').trim() || headingAbove(tokens, index)
    try {
      return diagramHtml(title, await drawDiagram(content, title))
    } catch (error) {
      if (!(error instanceof DiagramError)) throw error
      const { src = '', content: body = src, path = '' } = env
      const line = src.slice(0, src.length - body.length).split('\n').length + (map?.[0] ?? 0) + error.line
      const message = `cannot draw the diagram: ${error.message}`
      report(formatProblem({ file: path, line, severity: 'error', message, hint: 'write it as the guide shows' }))
      return `<pre v-pre><code>${md.utils.escapeHtml(content)}</code></pre>`
    }
  }
}

/** A drawing in a box that scrolls, with a button that opens it in the whole window. */
function diagramHtml(title: string, svg: string): string {
  const button = `<button type="button" class="diagram-enlarge" aria-haspopup="dialog" aria-label="放大：${escapeHtml(title)}"></button>`
  return `<div class="diagram" v-pre><div class="diagram-scroller" tabindex="0">${svg}</div>${button}</div>`
}

function headingAbove(tokens: Tokens, index: number): string {
  const heading = tokens.slice(0, index).findLastIndex(({ type }) => type === 'heading_open')
  return textOf(tokens[heading + 1])
}
