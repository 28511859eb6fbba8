import { renderMermaid } from 'beautiful-mermaid'
import { expect, it } from 'vitest'
import { fitLabels } from '../../markdown/fit-labels.ts'

/** Returns the boxes of the participants as the library draws them. */
async function boxes(source: string) {
  const { text, clean } = fitLabels(`sequenceDiagram\n${source}`)
  const svg = clean(await renderMermaid(text))
  return [...svg.matchAll(/<rect x="([\d.]+)" y="30" width="([\d.]+)"/g)].map(([, x, width]) => ({ x: Number(x), width: Number(width) }))
}

const centres = async (source: string) => (await boxes(source)).map(({ x, width }) => x + width / 2)
const distance = async (source: string) => {
  const [a = 0, b = 0] = await centres(source)
  return b - a
}

it('makes Chinese characters as wide as high', async () => {
  const [box] = await boxes('participant a as 一二三四五六七八九十')
  expect(box!.width).toBeGreaterThanOrEqual(10 * 13 + 2 * 16)
})

it('keeps participants apart by the width of their longest message', async () => {
  const people = 'participant a as 商户\nparticipant b as 微信支付\n'
  expect(await distance(`${people}a->>b: 下单`)).toBe(140)
  expect(await distance(`${people}a->>b: 一二三四五六七八九十一二三四五六七八九十`)).toBeGreaterThan(20 * 11)
  expect(await distance(`${people}b-->>a: TRANSACTION.INDUSTRY_SUCCESS`)).toBeGreaterThan(28 * 11 * 0.65)
})

it('counts all gaps that a message spans', async () => {
  const people = ['a', 'b', 'c'].map(id => `participant ${id}`).join('\n')
  expect(await distance(`${people}\na->>c: 一二三四五六七八九十一二三四`)).toBe(140)
})

it('widens participants without an alias', async () => {
  expect(await distance('participant 商户\nparticipant 微信支付\n商户->>微信支付: 一二三四五六七八九十一二三四五六')).toBeGreaterThan(16 * 11)
})

it('draws an actor as a participant', async () => {
  expect(await boxes('actor a as 用户\nparticipant b as 商户')).toHaveLength(2)
})

it('removes its fillers from the drawing', () => {
  const { text, clean } = fitLabels('graph TD\na[退款] --> b')
  expect(text).not.toContain('退款')
  expect(clean(text)).toBe('graph TD\na[退款] --> b')
})
