/** Type of the scripts that wait for the first paint. A browser neither loads nor runs a type that it does not know. */
const waiting = 'after-paint'

/**
 * Script for the head of every page: runs the scripts that wait, in their order, once the page is parsed and painted. A tab
 * in the background is not painted, so they wait for a second at most.
 */
export const afterPaint = `{
  const start = async () => {
    for (const { src } of document.querySelectorAll('script[type=${waiting}]')) await import(src)
  }
  addEventListener('DOMContentLoaded', () => {
    requestAnimationFrame(() => setTimeout(start))
    setTimeout(start, 1000)
  })
}`

const moduleScript = /<script type="module" src="([^"]+)"><\/script>/g
const styleSheet = /^ *<link rel="preload stylesheet"[^>]*>\n/gm

/**
 * Lets a built page paint before its scripts load: the modules wait, their preloads give way to the style sheet, and the inline
 * scripts no longer wait for that.
 * @throws if VitePress no longer writes the scripts and the style sheet as it did
 */
export function paintFirst(html: string): string {
  const styleSheets = html.match(styleSheet)
  if (!styleSheets || !html.match(moduleScript)) throw new Error('VitePress no longer writes its style sheet and scripts as it did')
  return html
    .replace(styleSheet, '')
    .replace(moduleScript, (_, src: string) => `<script type="${waiting}" src="${src}"></script><link rel="modulepreload" href="${src}">`)
    .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
    .replace('</head>', () => `${styleSheets.join('')}  </head>`)
}
