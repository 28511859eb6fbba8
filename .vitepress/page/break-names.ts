import type { Element, ElementContent, Text } from 'hast'

const wordBreak: Element = { type: 'element', tagName: 'wbr', properties: {}, children: [] }

/** Where a name such as `TRANSACTION.SUCCESS` may go on in the next line. */
const joint = /(?<=[A-Z][._])(?=[A-Z])/

/** Lets the long names in the title of a page break between their words: a phone would break them anywhere. */
export function breakNames(title: Element): void {
  title.children = title.children.flatMap(child => child.type === 'text' ? broken(child) : child)
}

function broken({ value }: Text): ElementContent[] {
  const parts = value.split(joint).map((part): Text => ({ type: 'text', value: part }))
  return parts.flatMap((part, index) => index ? [wordBreak, part] : [part])
}
