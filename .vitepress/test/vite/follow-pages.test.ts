import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileFolder } from '@wxpay-live/compiler'
import type { Catalog } from '@wxpay-live/compiler/model'
import { beforeEach, expect, it } from 'vitest'
import { followPages } from '../../vite/follow-pages.ts'

const source = (title: string, path: string) => (
  `---\ntitle: ${title}\n---\n# ${title} {#get}\n\n\`\`\`http\nGET ${path}\n\`\`\`\n`
)
let docs: string
let file: string
let problems: string[]
let follow: (path: string) => Promise<void>

beforeEach(async () => {
  docs = mkdtempSync(join(tmpdir(), 'docs-'))
  file = join(docs, 'catalog.json')
  problems = []
  write('a.md', source('甲', '/v3/a'))
  write('b.md', source('乙', '/v3/b'))
  writeFileSync(file, JSON.stringify((await compileFolder(docs)).catalog))
  follow = followPages(docs, file, problem => problems.push(problem))
})

function write(page: string, text: string): string {
  writeFileSync(join(docs, page), text)
  return join(docs, page)
}
const titles = () => {
  const { operations }: Catalog = JSON.parse(readFileSync(file, 'utf8'))
  return operations.map(({ title }) => title).toSorted()
}

it('takes over pages that are saved one right after the other', async () => {
  const saved = [write('a.md', source('丙', '/v3/a')), write('b.md', source('丁', '/v3/b'))]
  await Promise.all(saved.map(follow))
  expect(titles()).toEqual(['丁', '丙'])
})

it('leaves the file alone if a page says the same as before', async () => {
  await follow(join(docs, 'a.md'))
  const before = statSync(file).mtimeMs
  await follow(write('a.md', `${source('甲', '/v3/a')}\n说明。\n`))
  expect(statSync(file).mtimeMs).toBe(before)
})

it('reports the problems of a page, and a page that is gone', async () => {
  await follow(write('a.md', source('甲', 'v3/a b')))
  expect(problems.join('\n')).toContain('a.md:')
  await follow(join(docs, 'gone.md'))
  expect(problems.at(-1)).toContain('gone.md')
  await follow(write('b.md', source('丁', '/v3/b')))
  expect(titles()).toContain('丁')
})

it('ignores other files', async () => {
  await follow(join(docs, '../other.md'))
  await follow(join(docs, 'image.png'))
  expect(problems).toEqual([])
})
