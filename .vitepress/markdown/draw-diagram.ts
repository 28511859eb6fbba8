import { renderMermaid } from 'beautiful-mermaid'
import { aimArrows } from './aim-arrows.ts'
import { escapeHtml } from '../theme/escape-html.ts'
import { fitLabels } from './fit-labels.ts'

/** A line of a diagram that cannot be drawn; `line` is 1-based, within the diagram. */
export class DiagramError extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.name = 'DiagramError'
    this.line = line
  }
}

/** Lines that may have no visible effect. */
const mayBeRedundant = /^\s*(?:participant\s+\S|direction\s+\S|%%|$)/

/**
 * Draws a Mermaid diagram as an inline SVG with the colours of the page.
 * @param title accessible name
 * @throws DiagramError if a line has no effect: the library skips what it cannot parse
 */
export async function drawDiagram(source: string, title: string): Promise<string> {
  const { text, clean } = fitLabels(source)
  const svg = await renderMermaid(text).catch((error: Error) => {
    throw new DiagramError(1, error.message.split('\n')[0]!)
  })
  const skipped = await findSkipped(text.split('\n'), svg)
  if (skipped !== undefined) {
    throw new DiagramError(skipped + 1, `unknown syntax “${source.split('\n')[skipped]?.trim()}”`)
  }
  return roundNumbers(aimArrows(clean(svg)))
    .replaceAll(' rx="0" ry="0"', '')
    .replaceAll('</text> <', '</text><')
    // It imports fonts from Google; diagram.css has the other rules.
    .replace(/<style>[^]*?<\/style>/, '')
    .replace(/<svg ([^>]*?) style="[^"]*">/, `<svg $1 role="img" aria-label="${escapeHtml(title)}">`)
}

/** Rounds long numbers in attributes to a tenth of a pixel. */
const roundNumbers = (svg: string) => svg.replace(/<[^>]+>/g, tag =>
  tag.replace(/\d+\.\d{2,}/g, number => String(Math.round(Number(number) * 10) / 10)))

/** Returns the index of the first line without which the drawing is the same. */
async function findSkipped(lines: string[], svg: string): Promise<number | undefined> {
  for (const [index, line] of lines.entries()) {
    if (mayBeRedundant.test(line)) continue
    const without = await renderMermaid(lines.toSpliced(index, 1).join('\n')).catch(() => '')
    if (without === svg) return index
  }
  return undefined
}
