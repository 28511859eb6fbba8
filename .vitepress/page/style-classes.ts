/** A span of highlighted code. */
const span = /<span style="(--shiki-[^"]+)">/g

/** Replaces the styles of highlighted code, which are few, by classes of the page. */
export function withStyleClasses(html: string): string {
  const classes = new Map<string, string>()
  const body = html.replace(span, (_, style: string) => {
    const name = classes.get(style) ?? `s${classes.size}`
    classes.set(style, name)
    return `<span class="${name}">`
  })
  const rules = Array.from(classes, ([style, name]) => `.${name}{${style}}`)
  return rules.length ? `<style>${rules.join('')}</style>${body}` : body
}
