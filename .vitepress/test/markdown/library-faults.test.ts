import { renderMermaid } from 'beautiful-mermaid'
import { expect, it } from 'vitest'

/** Reads the numbers of each match. */
const numbersOf = (svg: string, shape: RegExp) =>
  Array.from(svg.matchAll(shape), ([, ...numbers]) => numbers.map(Number))

it('bends an arrow inside its target box, as long as aim-arrows.ts is needed', async () => {
  const svg = await renderMermaid('stateDiagram-v2\nA --> B\nB --> C\nA --> C')
  const bends = numbersOf(svg, /<polyline points="[^"]*?([\d.]+),([\d.]+) [\d.]+,[\d.]+"/g)
  const boxes = numbersOf(svg, /<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="6"/g)
  const isInside = ([x = 0, y = 0]: number[]) => boxes.some(([left = 0, top = 0, width = 0, height = 0]) =>
    x > left && x < left + width && y > top && y < top + height)

  expect(boxes).toHaveLength(3)
  expect(bends.filter(isInside)).not.toEqual([])
})

it('draws a box narrower than its Chinese text, as long as fit-labels.ts is needed', async () => {
  const svg = await renderMermaid('sequenceDiagram\nparticipant a as 一二三四五六七八九十')
  const [[width = 0] = []] = numbersOf(svg, /<rect x="[\d.]+" y="30" width="([\d.]+)"/g)

  expect(width).toBeGreaterThan(0)
  expect(width).toBeLessThan(10 * 13)
})
