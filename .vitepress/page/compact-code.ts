import type { Element, ElementContent } from 'hast'
import { toString } from 'hast-util-to-string'
import { extendRuns, type Run } from '../theme/runs.ts'

/** The colours in a style, in lower case. */
const colours = ({ properties }: Element) =>
  String(properties.style ?? '').toLowerCase().match(/--shiki-(?:light|dark):#\w+/g)?.join() ?? ''

const isSpan = (node: ElementContent | undefined): node is Element => node?.type === 'element' && node.tagName === 'span'

/** Whether a span has a style, and nothing else. */
const isStyled = ({ properties, children }: Element) =>
  Object.keys(properties).join() === 'style' && children.every(child => child.type === 'text')

/** Whether a line has nothing but text and colours: it is not marked, added or removed. */
const isPlainLine = (node: ElementContent) => node.type === 'text'
  || (isSpan(node) && String(node.properties.className) === 'line' && node.children.every(isPlainText))

const isPlainText = (node: ElementContent) => node.type === 'text' || (isSpan(node) && isStyled(node))

/** Writes highlighted code with as few elements as possible: none for a line, for the default colours, or beside one of the same style. */
export function compactCode(pre: Element): void {
  const [code] = pre.children
  if (!colours(pre) || code?.type !== 'element' || !code.children.every(isPlainLine)) return
  code.children = toSpans(runsOf(code, colours(pre)))
}

/**
 * The runs of some code.
 * @param own the colours of all text
 */
export function runsOf(code: Element, own = ''): Run[] {
  const runs: Run[] = []
  const add = (node: ElementContent) => {
    if (isSpan(node) && node.properties.className) return node.children.forEach(add)
    const style = isSpan(node) ? String(node.properties.style) : undefined
    const isOwn = isSpan(node) && colours(node) === own && style?.split(';').length === 2
    return extendRuns(runs, toString(node), isOwn ? undefined : style)
  }
  code.children.forEach(add)
  return runs
}

const toSpans = (runs: Run[]): ElementContent[] => runs.map(([value, style]) => {
  const text = { type: 'text' as const, value }
  return style === undefined ? text : { type: 'element' as const, tagName: 'span', properties: { style }, children: [text] }
})
