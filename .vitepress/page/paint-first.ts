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

/** The lines of a page's head that load something. */
const loading = /^ *<(?:link rel="(?:preload stylesheet|modulepreload)"|script type="module" src=)[^\n]*\n/gm

/**
 * Lets a built page paint before its scripts load: the inline scripts, which would wait for the style sheet, come before it, the
 * modules after it; they load after it and run after the first paint.
 * @throws if VitePress no longer writes the style sheet and the modules as it did
 */
export function paintFirst(html: string): string {
  const lines = html.match(loading) ?? []
  const styleSheets = lines.filter(line => line.includes('stylesheet'))
  const modules = lines.filter(line => !styleSheets.includes(line))
  if (!styleSheets.length || !modules.length) throw new Error('VitePress no longer writes its style sheet and modules as it did')
  const late = modules.join('')
    .replace(/<script type="module" src="([^"]+)">/g, (tag, src) => `<link rel="modulepreload" href="${src}">${tag}`)
    .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
    .replaceAll('type="module"', `type="${waiting}"`)
  return html.replace(loading, '').replace('</head>', () => `${styleSheets.join('')}${late}  </head>`)
}
