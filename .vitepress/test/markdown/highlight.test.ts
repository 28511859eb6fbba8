import { createMarkdownRenderer } from 'vitepress'
import { afterEach, expect, it, vi } from 'vitest'
import { createHighlight, withoutTimeLimit } from '../../markdown/highlight.ts'

const highlight = await createHighlight()
const renderer = await createMarkdownRenderer('.', { codeTransformers: [withoutTimeLimit] })

/** Makes each look at the clock take a second. */
function slowDown(): void {
  let time = 0
  vi.spyOn(Date, 'now').mockImplementation(() => time += 1000)
}

afterEach(() => { vi.restoreAllMocks() })

it('splits code into runs with the colours of both schemes, and keeps every character', () => {
  const code = 'await 1\n\n  // 说明\r\nconst a = "b"\n'
  const runs = highlight(code, 'typescript')
  expect(runs[0]).toEqual(['await ', expect.stringMatching(/^--shiki-light:#\w+;--shiki-dark:#\w+$/)])
  expect(runs.map(([text]) => text).join('')).toBe(code)
})

it('highlights PHP without an opening tag', () => {
  expect(highlight('echo $a;', 'php').length).toBeGreaterThan(1)
})

it.each([
  ['an example', () => highlight('const a = { b: `${await c(1)}` }', 'typescript')],
  ['a code block', () => renderer.renderAsync('```go\nfunc sign(method string) (string, error) {\n```\n', {})],
])('highlights %s completely on a slow machine', async (_name, render) => {
  const expected = await render()
  slowDown()
  expect(await render()).toEqual(expected)
})
