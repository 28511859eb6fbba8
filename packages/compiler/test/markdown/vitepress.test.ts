import { createMarkdownRenderer } from 'vitepress'
import { describe, expect, test } from 'vitest'
import { compilePage, readOperations, type CompiledPage } from '../../src/index.ts'
import { fixture } from '../support/pages.ts'

interface Environment {
  src: string
  content: string
  frontmatter: Record<string, unknown>
  relativePath: string
}

/** The result of the rule below for the last page. */
let read: { compiled: CompiledPage, blocks: string[] }

// VitePress caches one renderer for all callers, so the rule is added once.
const renderer = await createMarkdownRenderer('.', {
  config(markdown) {
    markdown.core.ruler.push('read-operations', ({ tokens, env }) => {
      const { src, content, frontmatter, relativePath } = env as Environment
      const firstLine = src.slice(0, src.length - content.length).split('\n').length
      read = {
        compiled: readOperations(tokens, { file: relativePath, frontmatter, firstLine }),
        blocks: tokens.filter(({ level }) => level < 2).map(({ type, info }) => `${type} ${info.trim()}`.trim()),
      }
    })
  },
})

/** Reads a page in a markdown-it rule of VitePress, as the site does. */
async function readInVitePress(source: string, file: string): Promise<typeof read> {
  await renderer.renderAsync(source, { path: file, relativePath: file })
  return read
}

describe('in VitePress', () => {
  // Indexes differ after a separator row: VitePress's older plugin drops the spanned cells, the newer one hides them.
  const withoutIndexes = ({ operations, problems }: CompiledPage) => ({
    operations: operations.map(({ operation, line, example }) => ({ operation, line, tabs: example?.tabs })),
    problems,
  })

  test.each(['cancel', 'several', 'problems', 'tables-only'])('reads %s as compilePage does', async (name) => {
    const file = `openapi/v3/${name}.md`
    const { compiled } = await readInVitePress(fixture(name), file)
    expect(withoutIndexes(compiled)).toEqual(withoutIndexes(compilePage(fixture(name), file)))
  })
})

test('reads the expected blocks of the seed page in VitePress', async () => {
  const { blocks, compiled } = await readInVitePress(fixture('cancel'), 'cancel.md')
  expect(blocks.filter(type => !/^(inline|thead_|tbody_)|_close$/.test(type))).toEqual([
    'heading_open',
    'paragraph_open',
    'table_open',
    'container_code-group_open code-group',
    'fence php [异步纯链式]',
    'fence php [异步声明式]',
    'fence php [异步属性式]',
    'fence php [同步纯链式]',
    'fence php [同步声明式]',
    'fence php [同步属性式]',
    'table_open',
    'paragraph_open',
  ])
  expect(compiled.operations[0]).toMatchObject({ heading: 0, line: 6, example: { start: 78, end: 86 } })
})
