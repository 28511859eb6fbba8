/** The ends of a selection, as offsets in a text. */
export interface TextSelection {
  anchor: number
  head: number
}

/** Returns the browser's selection as offsets in the text of an element; undefined if it is elsewhere. */
export function selectionIn(element: Element | null): TextSelection | undefined {
  const selection = getSelection()
  const anchor = offsetOf(element, selection?.anchorNode, selection?.anchorOffset)
  const head = offsetOf(element, selection?.focusNode, selection?.focusOffset)
  return anchor === undefined || head === undefined ? undefined : { anchor, head }
}

function offsetOf(element: Element | null, node: Node | null | undefined, offset = 0): number | undefined {
  if (!element || !node || !element.contains(node)) return undefined
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(node, offset)
  return before.toString().length
}
