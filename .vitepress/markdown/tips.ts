import type { MarkdownRenderer } from 'vitepress'
import { escapeAttribute } from './component.ts'

/** Wraps the content of cells with `data-tooltip` in a tip that opens by pointer, keyboard and touch. */
export function tipsPlugin(md: MarkdownRenderer): void {
  for (const cell of ['td', 'th']) {
    md.renderer.rules[`${cell}_open`] = (tokens, index, options, _env, self) => {
      const tip = tokens[index]?.attrGet('data-tooltip')
      return self.renderToken(tokens, index, options) + (tip ? `<TipCell tip="${escapeAttribute(tip)}">` : '')
    }
    md.renderer.rules[`${cell}_close`] = (tokens, index, options, _env, self) => {
      const open = tokens.slice(0, index).findLast(({ type }) => type === `${cell}_open`)
      return (open?.attrGet('data-tooltip') ? '</TipCell>' : '') + self.renderToken(tokens, index, options)
    }
  }
}
