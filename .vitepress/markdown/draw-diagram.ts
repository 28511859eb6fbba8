import { renderMermaid } from 'beautiful-mermaid'
import { aimArrows } from './aim-arrows.ts'
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

/** Lines that are understood and may still say what is the case without them. */
const mayBeRedundant = /^\s*(?:participant\s+\S|direction\s+\S|%%|$)/

/**
 * Draws a Mermaid diagram as an inline SVG that takes its colours from the page.
 * @param title accessible name
 * @throws DiagramError where a line cannot be understood: the library would leave it out
 */
export async function drawDiagram(source: string, title: string): Promise<string> {
  const { text, clean } = fitLabels(source)
  const svg = await renderMermaid(text).catch((error: Error) => {
    throw new DiagramError(1, error.message.split('\n')[0]!)
  })
  const lost = await findLost(text.split('\n'), svg)
  if (lost !== undefined) throw new DiagramError(lost + 1, `“${source.split('\n')[lost]?.trim()}” is not understood`)
  return aimArrows(clean(svg))
    // It asks Google for fonts; what else it says, the page's own style does.
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<svg ([^>]*?) style="[^"]*">/, `<svg $1 role="img" aria-label="${escapeAttribute(title)}">`)
}

/** Index of a line that the drawing is the same without: it was not understood. */
async function findLost(lines: string[], svg: string): Promise<number | undefined> {
  for (const [index, line] of lines.entries()) {
    if (mayBeRedundant.test(line)) continue
    const without = await renderMermaid(lines.toSpliced(index, 1).join('\n')).catch(() => '')
    if (without === svg) return index
  }
  return undefined
}
