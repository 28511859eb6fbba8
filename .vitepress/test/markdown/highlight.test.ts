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

it('returns the inner HTML of <code> in both colour schemes', () => {
  expect(highlight('await 1', 'typescript')).toMatch(/^<span class="line"><span style="--shiki-light:#\w+;--shiki-dark:#\w+">await<\/span>/)
})

it('highlights PHP without an opening tag', () => {
  expect(highlight('echo $a;', 'php').match(/style="[^"]+"/g)?.length).toBeGreaterThan(1)
})

it.each([
  ['an example', () => highlight('const a = { b: `${await c(1)}` }', 'typescript')],
  ['a code block', () => renderer.renderAsync('```go\nfunc sign(method string) (string, error) {\n```\n', {})],
])('highlights %s completely on a slow machine', async (_name, render) => {
  const expected = await render()
  slowDown()
  expect(await render()).toBe(expected)
})
