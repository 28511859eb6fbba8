import { describe, expect, it } from 'vitest'
import { drawDiagram } from '../../markdown/draw-diagram.ts'

const states = 'stateDiagram-v2\n  state "NOTPAY 未支付" as NOTPAY\n  [*] --> NOTPAY: 下单\n  NOTPAY --> CLOSED\n'

it('draws an image with an accessible name', async () => {
  expect(await drawDiagram(states, '订单 "状态"')).toMatch(/^<svg [^>]*viewBox="[^>]*role="img" aria-label="订单 &#34;状态&#34;">/)
})

it('loads nothing and uses only the colours of the page', async () => {
  const svg = await drawDiagram(states, '')
  expect(svg).not.toMatch(/<style|@import|https?:(?!\/\/www\.w3\.org)/)
  expect([...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(([, colour]) => colour))
    .toSatisfy((colours: string[]) => colours.length > 5 && colours.every(colour => /^(?:none|var\(--[\w-]+\))$/.test(colour)))
})

it('escapes labels', async () => {
  const svg = await drawDiagram('sequenceDiagram\n  a->>b: <script>alert(1)</script>', '')
  expect(svg).not.toContain('<script')
})

it.each([
  ['comments and empty lines', 'sequenceDiagram\n  %% 说明\n\n  a->>b: 下单'],
  ['redundant statements', 'stateDiagram-v2\n  direction TD\n  A --> B: 下单'],
  ['blocks', 'sequenceDiagram\n  participant a\n  a->>b: 下单\n  alt 成功\n  b->>a: 是\n  else 失败\n  b->>a: 否\n  end\n  Note over a,b: 说明'],
  ['a flowchart', 'flowchart LR\n  a[下单] --> b{付款了吗}\n  b -->|是| c[发货]\n  b -->|否| d[关单]'],
])('accepts %s', async (_name, source) => {
  expect(await drawDiagram(source, '')).toContain('下单')
})

describe('a line that cannot be drawn', () => {
  it.each([
    ['an unknown header', 'sequenceDiagramm\na->>b: x', 1],
    ['a state that is not a word', `${states}  未支付 --> CLOSED`, 5],
    ['a message without text', 'sequenceDiagram\na->>b: x\nb->>a', 3],
    ['an unknown kind of line', 'sequenceDiagram\na ~~ b: 付款', 2],
    ['an unknown statement', 'sequenceDiagram\na->>b: x\nnonsense', 3],
    ['an empty diagram', '', 1],
  ])('rejects %s', async (_name, source, line) => {
    const message = expect.stringContaining(source.split('\n')[line - 1]?.trim() ?? '') as string
    const mentions = line > 1 ? { message } : {}
    await expect(drawDiagram(source, '')).rejects.toMatchObject({ name: 'DiagramError', line, ...mentions })
  })
})
