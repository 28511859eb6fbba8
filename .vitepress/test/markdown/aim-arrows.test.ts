import { renderMermaid } from 'beautiful-mermaid'
import { expect, it } from 'vitest'
import { aimArrows } from '../../markdown/aim-arrows.ts'

/** Where the lines of a diagram end, and its boxes. */
async function drawn(source: string) {
  const svg = aimArrows(await renderMermaid(`stateDiagram-v2\n${source}`))
  const numbers = (shape: RegExp) => Array.from(svg.matchAll(shape), match => match.slice(1).map(Number))
  const ends = numbers(/<polyline points="[^"]*?([\d.]+),([\d.]+)"/g) as [number, number][]
  const boxes = numbers(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="[\d.]+" rx="6"/g) as [
    number, number, number,
  ][]
  return { svg, ends, boxes }
}

it('ends two lines that lead to one box on its upper border, coming from above', async () => {
  const { svg, ends, boxes } = await drawn('PENDING --> PROCESSING\nPROCESSING --> PROCESSED\nPENDING --> PROCESSED')
  const [x, y, width] = boxes.toSorted((a, b) => a[1] - b[1]).at(-1)!

  const below = ends.filter(([, endY]) => endY === y)
  expect(below).toHaveLength(2)
  for (const [endX] of below) expect(endX > x && endX < x + width).toBe(true)
  expect(svg).toMatch(/points="[^"]*?([\d.]+),[\d.]+ \1,[\d.]+"/)
})

it('leaves a diagram as it is where every line already ends outside of the boxes', async () => {
  const plain = await renderMermaid('stateDiagram-v2\n[*] --> A\nA --> B\nA --> C')
  expect(aimArrows(plain)).toBe(plain)
})
