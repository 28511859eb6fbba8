import type { MarkdownRenderer } from 'vitepress'
import { escapeHtml } from '../theme/escape-html.ts'

/** Wraps the content of cells with `data-tooltip` in a tip that opens by pointer, keyboard and touch, also without scripts. */
export function tipsPlugin(md: MarkdownRenderer): void {
  for (const cell of ['td', 'th']) {
    md.renderer.rules[`${cell}_open`] = (tokens, index, options, env: { tips?: number }, self) => {
      const html = self.renderToken(tokens, index, options)
      if (!tokens[index]?.attrGet('data-tooltip')) return html
      const id = `tip-${env.tips = (env.tips ?? 0) + 1}`
      return `${html}<span class="tip-cell"><button type="button" aria-describedby="${id}" popovertarget="${id}" popovertargetaction="show">`
    }
    md.renderer.rules[`${cell}_close`] = (tokens, index, options, env: { tips?: number }, self) => {
      const tip = tokens.slice(0, index).findLast(({ type }) => type === `${cell}_open`)?.attrGet('data-tooltip')
      const html = self.renderToken(tokens, index, options)
      if (!tip) return html
      return `</button><span id="tip-${env.tips}" role="tooltip" popover="auto">${escapeHtml(tip)}</span></span>${html}`
    }
  }
}
