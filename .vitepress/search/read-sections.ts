import type { Element, Nodes, Root, RootContent } from 'hast'
import { toString } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { Row, Section } from './section.ts'

/** A page and its subjects. */
export interface SearchedPage {
  title: string
  /** Name of its product. */
  product?: string | undefined
  description?: string | undefined
  /** Each operation, or the notification, with the `id` of its heading. */
  subjects: { anchor: string, title: string, method: string, path: string }[]
  /** Text in the place of each example, in lines. */
  examples: string[]
}

/** Splits the static HTML of a page into one section per operation or notification, or else one per heading. */
export function readSections(tree: Root, page: SearchedPage): Section[] {
  const { title, product, description, subjects } = page
  const outer = product === undefined ? [] : [product]
  const sections: Section[] = []
  let anchor = ''
  const begin = (section: Omit<Section, 'anchor' | 'rows'>) => {
    sections.push({ anchor: sections.length ? anchor : '', ...section, rows: [] })
  }
  const add = (rows: Omit<Row, 'anchor'>[], id = anchor) => {
    if (!sections.length) begin({ titles: [...outer, title] })
    const filled = rows.filter(({ name, text }) => name || text)
    sections.at(-1)!.rows.push(...filled.map(row => ({ anchor: id, ...row })))
  }

  visit(tree, 'element', (node) => {
    const { tagName, properties } = node
    if (isDecoration(node)) return SKIP
    if (/^h[1-6]$/.test(tagName)) {
      const heading = textOf(node)
      // The link to the top is the page's own.
      anchor = sections.length ? String(properties.id ?? '') : ''
      const subject = subjects.find(subject => subject.anchor === properties.id)
      if (subject) begin({ titles: [...outer, subject.title], method: subject.method, path: subject.path })
      else if (!subjects.length && heading !== title) begin({ titles: [...outer, title, heading] })
      else add([])
      return SKIP
    }
    if (tagName === 'table') {
      for (const { id, ...row } of rowsOf(node)) add([row], id)
      return SKIP
    }
    if (/^(?:p|li|pre|dt|dd|text|label)$/.test(tagName)) {
      // These words are those of other pages.
      if (subjects.length && /^(?:上一步|下一步|另见|参阅)/.test(textOf(node))) return SKIP
      add(linesOf(node).map(text => ({ name: '', text })))
      return SKIP
    }
    if (properties.index !== undefined && !subjects.length) {
      const lines = (page.examples[Number(properties.index)] ?? '').split('\n')
      add(lines.map(text => ({ name: '', text: text.trim() })))
    }
    return undefined
  })
  const [first] = sections
  if (first && description) first.rows.unshift({ anchor: '', name: '', text: description, isMain: true })
  return sections
}

/** Whether an element has no text, or the same text on every page. */
function isDecoration({ tagName, properties }: Element): boolean {
  const classes = classesOf(properties)
  return tagName === 'button' || properties.dataCommon !== undefined || properties.role === 'tooltip'
    || ['operation-badge', 'operation-terms', 'header-anchor', 'lang'].some(name => classes.includes(name))
}

const classesOf = ({ className }: Element['properties']): unknown[] => (
  Array.isArray(className) ? className : []
)

/** The rows of a table: the name of a field and its description, or the cells of another table. */
function rowsOf(table: Element): (Omit<Row, 'anchor'> & { id?: string })[] {
  const isFields = classesOf(table.properties).includes('im-table')
  const isAnswer = /response/.test(String(table.properties.id ?? ''))
  const rows: (Omit<Row, 'anchor'> & { id?: string })[] = []
  visit(table, { tagName: 'tbody' }, (body) => {
    for (const row of elementsOf(body as Element)) {
      const cells = elementsOf(row)
      const texts = cells.map(textOf)
      // A code may follow a status or the name of a bank.
      const codes = isFields ? [] : texts.filter(text => /^[A-Z][A-Z\d]*_[A-Z\d_]+$/.test(text))
      const names = codes.length ? codes : texts.slice(0, 1)
      const depth = Number(cells[0]?.properties.dataIndent ?? 0)
      rows.push({
        ...idOf(row),
        name: names.join(' '),
        text: texts.filter((text, index) => !names.includes(text) && !(isFields && index === 1)).join(' '),
        ...(!isAnswer && depth < 2 && { isMain: true }),
      })
    }
    return SKIP
  })
  return rows
}

/** The `id` of a row, or of its first cell or what that contains. */
function idOf(row: Element): { id?: string } {
  let id: unknown
  const [name] = elementsOf(row)
  for (const tree of [row, name]) {
    if (tree) visit(tree, 'element', ({ properties, tagName }) => {
      if (id === undefined && /^(?:tr|td|a|code)$/.test(tagName)) id = properties.id
    })
  }
  return typeof id === 'string' ? { id } : {}
}

const elementsOf = ({ children }: Element) => children.filter(child => child.type === 'element')

/** The text of an element in lines: each of code, and one of anything else. */
const linesOf = (node: Element) => (
  node.tagName === 'pre' ? toString(node).split('\n').map(line => line.trim()) : [textOf(node)]
)

/** The text of an element, without the links beside headings and the tips of cells. */
function textOf(node: Nodes): string {
  const pieces: string[] = []
  visit(node, (part: Nodes | RootContent) => {
    if (part.type === 'element' && part.tagName !== 'button' && isDecoration(part)) return SKIP
    if (part.type === 'text') pieces.push(part.value)
    return undefined
  })
  return pieces.join('').replace(/\s+/g, ' ').trim()
}
