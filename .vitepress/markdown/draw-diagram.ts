import { renderMermaid } from 'beautiful-mermaid'
import { escapeAttribute } from './component.ts'
import { fitLabels } from './fit-labels.ts'

/** A line of a diagram that would be missing from its drawing; `line` is 1-based, within the diagram. */
export class DiagramError extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.name = 'DiagramError'
    this.line = line
  }
}

/** What a line without a text of its own can be: a keyword or an arrow. */
const silent = /^(?:end|else|and|loop|alt|opt|par|critical|break|rect|direction|subgraph|state|participant)\b|^\}|--|->|==/

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Draws a Mermaid diagram as an inline SVG that takes its colours from the page.
 * @param title accessible name
 * @throws DiagramError where a line cannot be understood: the library would leave it out
 */
export async function drawDiagram(source: string, title: string): Promise<string> {
  const svg = await render(source)
  checkDrawn(source, svg)
  return svg
    // It asks Google for fonts; what else it says, the page's own style does.
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<svg ([^>]*?) style="[^"]*">/, `<svg $1 role="img" aria-label="${escapeAttribute(title)}">`)
}

async function render(source: string): Promise<string> {
  const { text, clean } = fitLabels(source)
  try {
    return clean(await renderMermaid(text))
  } catch (error) {
    throw new DiagramError(1, (error as Error).message.split('\n')[0]!)
  }
}

function checkDrawn(source: string, svg: string): void {
  const drawn = wordsOf(svg.replace(/<[^>]*>|&#?\w+;/g, ' ')).join(' ')
  for (const [index, raw] of source.split('\n').entries()) {
    const line = raw.trim()
    if (!line || !index || line.startsWith('%%')) continue
    const [label = ''] = /(?<=:).*$/.exec(line) ?? []
    const words = [...wordsOf(label), ...line.match(/\p{Script=Han}+/gu) ?? []]
    const isDrawn = words.length ? words.every(word => drawn.includes(word)) : silent.test(line)
    if (!isDrawn) throw new DiagramError(index + 1, `“${line}” is not understood`)
  }
}
