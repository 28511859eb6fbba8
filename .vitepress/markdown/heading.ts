import { escapeHtml } from '../theme/escape-html.ts'

/** Returns a heading that the page does not write itself, as static HTML with a link to it. */
export function headingHtml(level: number, id: string, text: string): string {
  const words = escapeHtml(text)
  return `<h${level} id="${id}" tabindex="-1">${words} <a class="header-anchor" href="#${id}" `
    + `aria-label="“${words}”的链接">&#8203;</a></h${level}>\n`
}
