import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** The colours in a style, in lower case. */
const colours = ({ properties }: Element) =>
  String(properties.style ?? '').toLowerCase().match(/--shiki-(?:light|dark):#\w+/g)?.join() ?? ''

const isSpan = (node: ElementContent | undefined): node is Element => node?.type === 'element' && node.tagName === 'span'

/** Whether a span has colours and nothing else. */
const isColoured = ({ properties }: Element) =>
  Object.keys(properties).join() === 'style' && String(properties.style).split(';').length === 2

/** Takes the spans of highlighted code away that colour nothing: of the default colours, or beside one of the same style. */
export function compactCode(tree: Root): void {
  visit(tree, { tagName: 'pre' }, (pre) => {
    const own = colours(pre as Element)
    if (!own) return
    visit(pre as Element, { tagName: 'span' }, (line) => {
      const { properties, children } = line as Element
      if (!Array.isArray(properties.className) || !properties.className.includes('line')) return
      const compact: ElementContent[] = []
      for (const node of children) {
        const last = compact.at(-1)
        const isPlain = isSpan(node) && isColoured(node) && colours(node) === own
        const added = isPlain ? node.children : [node]
        if (isSpan(node) && !isPlain && isSpan(last) && last.properties.style === node.properties.style) {
          last.children.push(...node.children)
        } else compact.push(...added)
      }
      (line as Element).children = compact
    })
  })
}
