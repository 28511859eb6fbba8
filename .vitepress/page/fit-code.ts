import type { Element, Root } from 'hast'
import { toString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Run } from '../theme/runs.ts'
import { exampleTag } from './allow-list.ts'
import { runsOf } from './compact-code.ts'
import type { Example } from './page-examples.ts'
import { toParts } from './static-html.ts'
import { withStyleClasses } from './style-classes.ts'

/** Bytes that a page's body may have, and more for each row: what a page may weigh without the frame of the site. */
const room = 14.5 * 1024
const roomOfRow = 350

/** Bytes of an example beside its code: the first has its buttons, the others get them in the browser. */
const frames = { first: 2.5 * 1024, other: 700 }

/** Bytes that a colour adds to code: a span with a class. */
const spanSize = 23

/** Code whose colours, or in a hidden tab whose text too, the browser loads when it comes into view. */
export interface LateCode {
  pre: Element
  runs: Run[]
}

interface Block {
  runs: Run[]
  takeColours: () => void
}

const sizeOf = (text: string) => Buffer.byteLength(text)
const sizeOfColours = (runs: Run[]) => runs.filter(([, style]) => style !== undefined).length * spanSize
const sizeOfText = (runs: Run[]) => sizeOf(runs.map(([text]) => text).join(''))

/**
 * Takes from a page the code of its hidden tabs, and the colours of the other for which it has no room, the last first. Code that
 * can be read without scripts stays.
 * @returns the code of which the browser loads text or colours
 */
export function fitCode(tree: Root, examples: Example[]): LateCode[] {
  const late: LateCode[] = []
  const blocks = readBlocks(tree, examples, late)
  let left = roomIn(tree, examples)
  for (const block of blocks.toReversed()) {
    if (left >= 0) break
    block.takeColours()
    left += sizeOfColours(block.runs)
  }
  return late
}

/** How many bytes the page may still have; negative if it has too many. */
function roomIn(tree: Root, examples: Example[]): number {
  const html = withStyleClasses(toParts(tree).join(''))
  const rows = html.match(/<tr[ >]/g)?.length ?? 0
  const size = examples.reduce((sum, { languages }, index) => {
    const runs = languages[0]?.tabs[0]?.runs ?? []
    return sum + sizeOfText(runs) + sizeOfColours(runs) + (index ? frames.other : frames.first)
  }, sizeOf(html))
  return room + roomOfRow * rows - size
}

/** The code of a page that may lose its colours, in its order. */
function readBlocks(tree: Root, examples: Example[], late: LateCode[]): Block[] {
  const blocks: Block[] = []
  const hidden = hiddenTabs(tree)
  visit(tree, 'element', (element, _, parent) => {
    if (element.tagName === exampleTag) {
      const example = examples[Number(element.properties.index)]
      const runs = example?.languages[0]?.tabs[0]?.runs ?? []
      blocks.push({ runs, takeColours: () => { if (example) example.isPlain = true } })
    }
    const code = codeOf(element)
    if (!code) return
    const runs = runsOf(code)
    const takeColours = () => {
      late.push({ pre: element, runs })
      code.children = [{ type: 'text', value: toString(code) }]
    }
    if (!hidden.has(parent)) return void blocks.push({ runs, takeColours })
    takeColours()
    code.children = []
  })
  return blocks
}

/** The code in a `<pre>`; undefined if more than its colours is marked. */
function codeOf({ tagName, children: [code] }: Element): Element | undefined {
  if (tagName !== 'pre' || code?.type !== 'element') return undefined
  const isPlain = code.children.every(child =>
    child.type === 'text' || (child.type === 'element' && Object.keys(child.properties).join() === 'style'))
  return isPlain ? code : undefined
}

/** The tabs of code groups that are not the first. */
function hiddenTabs(tree: Root): Set<unknown> {
  const hidden = new Set<unknown>()
  visit(tree, { tagName: 'div' }, ({ properties, children }: Element) => {
    if (String(properties.className) !== 'blocks') return
    for (const tab of children) {
      if (tab.type === 'element' && !String(tab.properties.className).split(',').includes('active')) hidden.add(tab)
    }
  })
  return hidden
}
