import type { Element, ElementContent } from 'hast'

/** Fewer values read well in a line. */
const fewest = 3

const isCode = (node: ElementContent | undefined): node is Element => node?.type === 'element' && node.tagName === 'code'

/** Makes a list of the values of an enum in a cell, if they have explanations: in a line they run on. */
export function listEnum(cell: Element): void {
  const start = cell.children.findIndex((node, index) => (
    node.type === 'text' && /枚举值[:：]\s*$/.test(node.value) && isCode(cell.children[index + 1])
  ))
  if (start < 0) return
  const { items, rest } = split(cell.children.slice(start + 1))
  if (items.length < fewest || items.every(item => item.length === 1)) return
  const list: Element = {
    type: 'element',
    tagName: 'ul',
    properties: { className: ['enum'] },
    children: items.map(children => ({ type: 'element', tagName: 'li', properties: {}, children })),
  }
  cell.children = [...cell.children.slice(0, start + 1), list, ...rest]
}

/** Splits the end of a cell into values with their explanations, and what follows the sentence. */
function split(nodes: ElementContent[]): { items: ElementContent[][], rest: ElementContent[] } {
  const items: ElementContent[][] = []
  let isStart = true
  for (const [index, node] of nodes.entries()) {
    if (isStart && isCode(node)) items.push([node])
    else if (node.type !== 'text') items.at(-1)?.push(node)
    else {
      const [, label = '', after] = /^([^。]*)(?:。([^]*))?$/.exec(node.value)!
      const text = label.replace(/[、，；,;]\s*$/, '')
      if (text.trim()) items.at(-1)?.push({ type: 'text', value: text })
      isStart = text !== label
      const rest = [...after ? [{ type: 'text' as const, value: after }] : [], ...nodes.slice(index + 1)]
      if (after !== undefined) return { items, rest }
    }
  }
  return { items, rest: [] }
}
