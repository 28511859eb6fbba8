import { renderMermaid } from 'beautiful-mermaid'
import { expect, it } from 'vitest'
import { aimArrows } from '../../markdown/aim-arrows.ts'

/** Returns the line ends and boxes of a diagram. */
async function drawn(source: string) {
  const svg = aimArrows(await renderMermaid(`stateDiagram-v2\n${source}`))
  const numbers = (shape: RegExp) => Array.from(svg.matchAll(shape), match => match.slice(1).map(Number))
  const ends = numbers(/<polyline points="[^"]*?([\d.]+),([\d.]+)"/g) as [number, number][]
  const boxes = numbers(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+" rx="6"/g) as [
    number, number, number,
  ][]
  return { svg, ends, boxes }
}

it('ends two lines to one box at its upper border, coming from above', async () => {
  const { svg, ends, boxes } = await drawn('PENDING --> PROCESSING\nPROCESSING --> PROCESSED\nPENDING --> PROCESSED')
  const [x, y, width] = boxes.toSorted((a, b) => a[1] - b[1]).at(-1)!

  const below = ends.filter(([, endY]) => endY === y)
  expect(below).toHaveLength(2)
  for (const [endX] of below) expect(endX > x && endX < x + width).toBe(true)
  expect(svg).toMatch(/points="[^"]*?([\d.]+),[\d.]+ \1,[\d.]+"/)
})

it.each([
  ['whose lines end outside the boxes', 'stateDiagram-v2\n[*] --> A\nA --> B\nA --> C'],
  ['with open arrowheads', 'sequenceDiagram\na->>b: x\nb-)a: y'],
])('leaves a diagram %s unchanged', async (_name, source) => {
  const plain = await renderMermaid(source)
  expect(aimArrows(plain)).toBe(plain)
})
