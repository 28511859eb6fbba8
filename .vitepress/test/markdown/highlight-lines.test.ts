import { createHighlighter } from 'shiki'
import { expect, it, vi } from 'vitest'
import { highlightLines, type TokenizeLine } from '../../markdown/highlight-lines.ts'
import { runsOf, themes, tokenOptions, tokensOf } from '../../theme/runs.ts'

const highlighter = await createHighlighter({ themes: Object.values(themes), langs: ['typescript'] })

const tokenize = (code: string, options = {}) => (
  highlighter.codeToTokens(code, { ...tokenOptions, ...options, lang: 'typescript' })
)

function createCounted() {
  const counted = vi.fn<TokenizeLine>((line, grammarState) => {
    const { tokens, grammarState: state } = tokenize(line, { grammarState })
    return { runs: tokensOf(line, tokens), state: state! }
  })
  return { counted, highlight: highlightLines(tokenize('').grammarState!, counted) }
}

const order = `import { a } from 'a'

const order = await a.order({
  /* 金额
     以分为单位 */
  text: \`\${order({
    id: '1',
  })}\r\n\`,
  amount: { total: 1 },
})
`

it('colours code as the grammar does that reads it as a whole', () => {
  const { highlight } = createCounted()
  const expected = runsOf(order, tokenize(order).tokens)
  expect(highlight(order)).toEqual(expected)
  expect(highlight(order)).toEqual(expected)
})

it('tokenizes a line once, whatever code was before it', () => {
  const { counted, highlight } = createCounted()
  highlight('first({\n  a: 1,\n})\nsecond({\n  a: 1,\n})')
  expect(counted.mock.calls.map(([line]) => line)).toEqual(['first({', '  a: 1,', '})', 'second({'])
})

it('tokenizes a line again within something else', () => {
  const { highlight } = createCounted()
  const code = 'a: 1,\nconst b = `\na: 1,\n`'
  expect(highlight(code)).toEqual(runsOf(code, tokenize(code).tokens))
})

it('does not keep lines without end', () => {
  const { counted, highlight } = createCounted()
  counted.mockImplementation((line, state) => ({ runs: [[line, undefined]], state }))
  for (let index = 0; index < 60_000; index++) highlight(`line ${index}`)
  counted.mockClear()
  highlight('line 0')
  highlight('line 59999')
  expect(counted.mock.calls.map(([line]) => line)).toEqual(['line 0'])
})
