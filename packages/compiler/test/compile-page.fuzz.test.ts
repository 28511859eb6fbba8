import { fc, fuzz, runs } from '../../../test/support/fuzz.ts'
import { describe, expect, test } from 'vitest'
import { compilePage, pathsOf, snippets, toOpenApi } from '../src/index.ts'
import { fixture } from './support/pages.ts'

/** Compiles any page: its problems have lines in the page, and its operations have snippets, OpenAPI and types. */
function compileAll(source: string): void {
  compilePage(source, 'webhook/v3/A.B.md')
  const { operations, problems } = compilePage(source, 'openapi/v3/page.md')
  const lines = source.split('\n').length
  for (const { line, message, hint } of problems) {
    expect(line).toBeGreaterThan(0)
    expect(line).toBeLessThanOrEqual(lines + 1)
    expect(message && hint).not.toBe('')
  }
  expect(JSON.stringify(operations)).toContain('[')
  for (const compiled of operations) {
    for (const { tabs } of snippets(compiled)) expect(tabs.length).toBeGreaterThan(0)
  }
  const catalog = { operations: operations.map(({ operation }) => operation) }
  expect(toOpenApi(catalog, '1.0.0').openapi).toBe('3.1.1')
  expect(pathsOf(catalog)).toContain('interface Paths')
}

const pages = ['cancel', 'several', 'problems', 'upload', 'notification', 'nasty'].map(fixture)
const fragment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '|', '{', '}', '`', '```', ':::', '---', '\n', '{#get}', '{data-indent=9}', '{data-indent=}', '{.im-table #request}', '[', ']',
    '(', ')', '\'', '"', ';', '->', '{{', '}}', '<!--', '__proto__', 'constructor', '\r\n', '\0', '@x = 1', '//', '%', '?a=b', '1e999',
  ),
)
const edit = fc.record({
  at: fc.nat(),
  remove: fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, fc.nat(400)),
  insert: fc.oneof({ weight: 3, arbitrary: fragment }, fc.constant('')),
})

describe('compilePage', () => {
  test('never throws on damaged pages', () => {
    const edits = fc.array(edit, { minLength: 1, maxLength: 6 })
    fuzz(fc.property(fc.constantFrom(...pages), edits, (page, edits) => {
      compileAll(edits.reduce((source, { at, remove, insert }) => {
        const start = at % (source.length + 1)
        return source.slice(0, start) + insert + source.slice(start + remove)
      }, page))
    }), { numRuns: runs(500) })
  })

  test('never throws on lines in any order', () => {
    fuzz(fc.property(fc.constantFrom(...pages).chain(page => fc.shuffledSubarray(page.split('\n'))), (lines) => {
      compileAll(lines.join('\n'))
    }), { numRuns: runs(100) })
  })

  test('never throws on binary noise', () => {
    fuzz(fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), compileAll), { numRuns: runs(100) })
  })

  const head = '# x {#post}\n\n| a | b | c\n| - | - | -\n'
  const rows = (count: number, row: (index: number) => string) => (
    Array.from({ length: count }, (_, index) => row(index)).join('\n')
  )
  test.each([
    ['10,000 rows', head + rows(10_000, index => `| n${index} | string | x`) + '\n\n{.im-table #request}\n'],
    ['10,000 levels', head + rows(10_000, index => `| n {data-indent=${index}} | object | x`) + '\n\n{.im-table #response}\n'],
    ['nested containers', `# x {#post}\n\n${'::: code-group\n'.repeat(500)}`],
    ['deep PHP', `# x {#post}\n\n::: code-group\n\n\`\`\`php [a]\n$i->v3->x->post(${'['.repeat(5000)}\n\`\`\`\n\n:::\n`],
    ['a long chain', `# x {#post}\n\n::: code-group\n\n\`\`\`php [a]\n$i${'->a'.repeat(5000)}->post();\n\`\`\`\n\n:::\n`],
    ['doubling PHP', `# x {#post}\n\n::: code-group\n\n\`\`\`php [a]\n${rows(200, index => `$v${index + 1} = [$v${index}, $v${index}];`)}\n$i->v3->x->post($v200);\n\`\`\`\n\n:::\n`],
    ['10,000 forms', head + rows(10_000, index => `| n {data-indent=${index % 2}} | object | x`) + '\n\n{.im-table #request}\n'],
    // Each of these took minutes when its time grew by the square of its length.
    ['addresses without a space', `# x\n\n${'http://a.b/('.repeat(25_000)}\n`],
    ['50,000 headers', `# x {#post}\n\n\`\`\`http\nPOST /v3/x\n${rows(50_000, index => `H${index}: v`)}\n\`\`\`\n`],
    ['200,000 parameters', `# x {#get}\n\n\`\`\`http\nGET /v3/x?${'a=1&'.repeat(200_000)}\n\`\`\`\n`],
    ['deep JSON', `# x {#post}\n\n\`\`\`http\nPOST /v3/x\n\n${'{"a":'.repeat(5000)}\n\`\`\`\n`],
  ])('never throws on %s', (_, source) => {
    compileAll(source)
  })
})
