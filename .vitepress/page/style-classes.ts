/** A span of highlighted code. */
const span = /<span style="(--shiki-[^"]+)">/g

/** A shape of a drawing, and the attributes of it that a rule can state. */
const shape = /<(line|polyline|rect|text|circle|path|polygon) ([^>]*)>/g
const paint = / ?\b(fill|stroke|stroke-width|stroke-dasharray|marker-end|font-size|font-weight|text-anchor|rx|ry)="([^"]*)"/g

/** Units that only attributes may lack. */
const units: Record<string, string> = { 'font-size': 'px', 'rx': 'px', 'ry': 'px' }

/** Replaces the styles of highlighted code, and what the shapes of drawings look like, which are few, by classes of the page. */
export function withStyleClasses(html: string): string {
  const classes = new Map<string, string>()
  const classOf = (style: string) => {
    const name = classes.get(style) ?? `s${classes.size}`
    classes.set(style, name)
    return name
  }
  const body = html
    .replace(span, (_, style: string) => `<span class="${classOf(style)}">`)
    .replace(shape, (tag, name: string, attributes: string) => {
      const style = Array.from(attributes.matchAll(paint), ([, property = '', value = '']) => `${property}:${value}${units[property] ?? ''}`)
        .join(';')
      return style ? `<${name} class="${classOf(style)}" ${attributes.replace(paint, '').trimStart()}>` : tag
    })
  const rules = Array.from(classes, ([style, name]) => `.${name}{${style}}`)
  return rules.length ? `<style>${rules.join('')}</style>${body}` : body
}
