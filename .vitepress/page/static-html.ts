import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { minifyWhitespace } from 'hast-util-minify-whitespace'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { SKIP, visit } from 'unist-util-visit'
import { allowList, exampleTag } from './allow-list.ts'
import { breakNames } from './break-names.ts'
import { compactCode } from './compact-code.ts'
import { listEnum } from './enum-lists.ts'
import { fillFrontMatter } from './fill-front-matter.ts'

/** What a page's HTML may refer to. */
export interface PageContext {
  frontmatter: Record<string, unknown>
  /** Returns the address of a file that an image names, or undefined if the page may not show it. */
  addressOf: (source: string) => string | undefined
}

/** Makes the HTML of a page inert: keeps what {@link allowList} names, and replaces `{{ $frontmatter.name }}` in its text. */
export function toStaticTree(html: string, context: PageContext): Root {
  const tree = sanitize(fromHtml(html, { fragment: true }), allowList) as Root
  fillTexts(tree, context.frontmatter)
  changeElements(tree, context)
  minifyWhitespace(tree)
  return tree
}

/** Returns the HTML of a tree, and between two pieces of it the index of the example in that position. */
export function toParts(tree: Root): (string | number)[] {
  // An attribute cannot look like this element: quotes are escaped in it.
  return toHtml(tree, { closeEmptyElements: true, tightSelfClosing: true }).split(new RegExp(`<${exampleTag} index="(\\d+)"></${exampleTag}>`))
    .map((part, index) => index % 2 ? Number(part) : part)
}

/** Changes elements by their name, in one walk through the tree. */
function changeElements(tree: Root, context: PageContext): void {
  const numberId = createIdNumbers()
  const changes: Record<string, (element: Element) => void> = {
    h1: breakNames,
    img: image => setAddress(image, context),
    pre: compactCode,
    table: skipTable,
    td: listEnum,
  }
  visit(tree, 'element', (element) => {
    numberId(element)
    changes[element.tagName]?.(element)
  })
}

/** Replaces the expression in text; code shows it as written. */
function fillTexts(tree: Root, frontmatter: Record<string, unknown>): void {
  visit(tree, (node) => {
    if (node.type === 'element' && ['code', 'pre'].includes(node.tagName)) return SKIP
    if (node.type !== 'text') return undefined
    node.value = fillFrontMatter(node.value, frontmatter)
    return undefined
  })
}

/** Numbers ids that occur again, so that each names one element. */
function createIdNumbers(): (element: Element) => void {
  const counts = new Map<string, number>()
  return ({ properties }) => {
    const id = properties.id
    if (typeof id !== 'string') return
    let count = counts.get(id) ?? 1
    let unique = id
    while (counts.has(unique)) unique = `${id}-${++count}`
    counts.set(id, count)
    counts.set(unique, counts.get(unique) ?? 1)
    properties.id = unique
  }
}

/** Tables of fields and of error codes never scroll, so they need not be a stop of the tab key, as VitePress makes all. */
function skipTable({ properties }: Element): void {
  const names = Array.isArray(properties.className) ? properties.className : []
  if (names.includes('im-table') || names.includes('error-table')) delete properties.tabIndex
}

function setAddress({ properties }: Element, { addressOf }: PageContext): void {
  const source = properties.src
  if (typeof source !== 'string' || /^[a-z]+:|^\/\//i.test(source)) return
  const address = addressOf(source)
  if (address === undefined) delete properties.src
  else properties.src = address
}
