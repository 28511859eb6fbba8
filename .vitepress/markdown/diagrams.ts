import { formatProblem, textOf } from '@wxpay-live/compiler'
import type { MarkdownEnv, MarkdownRenderer } from 'vitepress'
import { DiagramError, drawDiagram } from './draw-diagram.ts'

type Tokens = Parameters<NonNullable<MarkdownRenderer['renderer']['rules']['fence']>>[0]

interface Env extends Partial<MarkdownEnv> {
  src?: string
  /** Draws what a placeholder stands for. */
  diagrams?: (() => Promise<string>)[]
}

/**
 * Draws each ```` ```mermaid ```` when the page is built; what follows `mermaid`, or else the heading above, is its name.
 * @param report hears of a diagram that cannot be drawn; where it does not throw, the source is shown instead
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
    // The marks of the arrows have the same ids in all.
    return html.replace(/<!--diagram (\d+)-->/g, (_, index: string) =>
      drawings[Number(index)]!.replace(/(\bid="|url\(#)/g, `$1diagram-${index}-`))
  }

  async function draw(tokens: Tokens, index: number, env: Env): Promise<string> {
    const { content, info, map } = tokens[index]!
    const title = info.replace(/^mermaid\s*/, '').trim() || headingAbove(tokens, index)
    try {
      return `<div class="diagram" tabindex="0" v-pre>${await drawDiagram(content, title)}</div>`
    } catch (error) {
      if (!(error instanceof DiagramError)) throw error
      const { src = '', content: body = src, path = '' } = env
      const line = src.slice(0, src.length - body.length).split('\n').length + (map?.[0] ?? 0) + error.line
      const message = `the diagram cannot be drawn: ${error.message}`
      report(formatProblem({ file: path, line, severity: 'error', message, hint: 'write it as the guide shows' }))
      return `<pre v-pre><code>${md.utils.escapeHtml(content)}</code></pre>`
    }
  }
}

function headingAbove(tokens: Tokens, index: number): string {
  const heading = tokens.slice(0, index).findLastIndex(({ type }) => type === 'heading_open')
  return textOf(tokens[heading + 1])
}
