import { describe, expect, test } from 'vitest'
import { splitFrontMatter } from '../../src/markdown/front-matter.ts'

/** Splits a page; `messages` are the reported problems. */
function split(source: string) {
  const messages: string[] = []
  const report = (line: number, message: string) => messages.push(`${line}: ${message}`)
  const { frontmatter, content, firstLine } = splitFrontMatter(source, report)
  return { frontmatter, content, firstLine, messages }
}

describe('front matter', () => {
  test('is read as YAML between two lines of dashes', () => {
    expect(split('---\ntitle: 撤销订单\na: "x y"\nlist: [1, 2]\ndescription: \n---\n\n# x')).toEqual({
      frontmatter: { title: '撤销订单', a: 'x y', list: [1, 2], description: null },
      content: '\n# x',
      firstLine: 7,
      messages: [],
    })
  })

  test('may have Windows line endings', () => {
    expect(split('---\r\ntitle: x\r\n---\r\n# y')).toMatchObject({ frontmatter: { title: 'x' }, content: '# y', firstLine: 4 })
  })

  test('may follow a byte order mark', () => {
    expect(split('\uFEFF---\ntitle: x\n---\n# y')).toMatchObject({ frontmatter: { title: 'x' }, content: '# y', firstLine: 4 })
    expect(split('\uFEFF# y')).toMatchObject({ content: '# y', firstLine: 1 })
  })

  test('may be empty', () => {
    expect(split('---\n---\n# y')).toMatchObject({ frontmatter: {}, content: '# y', firstLine: 3 })
  })

  test.each(['# y', '', 'x\n---\ntitle: y\n---\n', '---\ntitle: never closed\n'])('is missing in %j', (source) => {
    expect(split(source)).toEqual({ frontmatter: {}, content: source, firstLine: 1, messages: [] })
  })

  test.each([
    ['---\na: 1\nb: "x\n---\n', /^4: the front matter is not valid YAML: Missing closing "quote/],
    ['---\na: 1\na: 2\n---\n', /^3: the front matter is not valid YAML: Map keys must be unique/],
    [`---\na: &a [1]\nb: &b [${'*a,'.repeat(50)}]\nc: [${'*b,'.repeat(50)}]\n---\n`, /^1: the front matter has unknown or too many aliases/],
  ])('is reported if invalid: %j', (source, message) => {
    expect(split(source)).toMatchObject({ frontmatter: {}, messages: [expect.stringMatching(message)] })
  })

  test('has up to 64,000 characters', () => {
    const page = (length: number) => `---\n${'title: x\n'.padEnd(length - 1, '#')}\n---\n# y`
    expect(split(page(64_000))).toMatchObject({ frontmatter: { title: 'x' }, messages: [] })
    expect(split(page(64_001))).toEqual({
      frontmatter: {}, content: '# y', firstLine: 5, messages: ['1: the front matter has 64001 characters'],
    })
  })

  test('knows the line of each value', () => {
    const { lineOf } = splitFrontMatter('---\ntitle: x\nrate: { get: 1/s,\n  post: 2/s }\n---\n', () => {})
    expect([lineOf('title'), lineOf('rate'), lineOf('rate', 'post'), lineOf('roles'), lineOf('title', 'x')]).toEqual([2, 3, 4, 1, 1])
    expect(splitFrontMatter('# x', () => {}).lineOf('title')).toBe(1)
  })

  test('is ignored if it is a list', () => {
    expect(split('---\n- a\n---\n').frontmatter).toEqual({})
  })
})
