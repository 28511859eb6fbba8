/** Type of the scripts that wait for the first paint. A browser neither loads nor runs a type that it does not know. */
const waiting = 'after-paint'

/** Relation of the modules that wait for the page to be parsed; a browser does not load it. */
const early = 'after-parse'

/**
 * Script for the head of every page. Once the page is parsed, it loads the modules: at the same time as the style sheet, they
 * would take most of its share of the network. Once the page is painted, it runs the scripts that wait, in their order. A tab
 * in the background is not painted, so they wait for a second at most.
 */
export const afterPaint = `{
  const start = async () => {
    for (const { src } of document.querySelectorAll('script[type=${waiting}]')) await import(src)
  }
  addEventListener('DOMContentLoaded', () => {
    for (const link of document.querySelectorAll('link[rel=${early}]')) link.rel = 'modulepreload'
    requestAnimationFrame(() => setTimeout(start))
    setTimeout(start, 1000)
  })
}`

/** The tag by which a page loads a module early. */
export const loadEarly = (address: string) => `<link rel="${early}" fetchpriority="low" href="${address}">`

/** The lines of a page's head that load something. */
const loading = /^ *<(?:link rel="(?:preload stylesheet|modulepreload)"|script type="module" src=)[^\n]*\n/gm

/**
 * Lets a built page paint before its scripts load: the inline scripts, which would wait for the style sheet, come before it, the
 * modules after it; they load once the page is parsed and run after the first paint.
 * @throws if VitePress no longer writes the style sheet and the modules as it did
 */
export function paintFirst(html: string): string {
  const lines = html.match(loading) ?? []
  const styleSheets = lines.filter(line => line.includes('stylesheet'))
  const modules = lines.filter(line => !styleSheets.includes(line))
  if (!styleSheets.length || !modules.length) throw new Error('VitePress no longer writes its style sheet and modules as it did')
  const late = modules.join('')
    .replace(/<link rel="modulepreload" href="([^"]+)">/g, (_, href) => loadEarly(href))
    .replace(/<script type="module" src="([^"]+)">/g, (tag, src) => loadEarly(src) + tag)
    .replaceAll('type="module"', `type="${waiting}"`)
  return html.replace(loading, '').replace('</head>', () => `${styleSheets.join('')}${late}  </head>`)
}
