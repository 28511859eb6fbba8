import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compileFolder, formatProblem } from '../src/index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pages-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(file: string, source: string) {
  await mkdir(dirname(join(folder, file)), { recursive: true })
  await writeFile(join(folder, file), source)
}
const page = (path: string) => `---\ntitle: x\n---\n# 页面 {#get}\n\n\`\`\`http\nGET ${path}\n\`\`\`\n`

test('compiles every page below the folder, in the order of paths', async () => {
  await write('openapi/v3/x/{id} 1.md', page('/v3/b'))
  await write('openapi/v3/a.md', page('/v3/a'))
  await write('guide/index.md', '# 指南\n')
  await write('note.txt', page('/v3/c'))
  const steps: string[] = []
  const { catalog, problems, pages } = await compileFolder(folder, {
    onPage: (done, all) => steps.push(`${done}/${all}`),
  })
  expect(catalog.operations.map(({ page }) => page)).toEqual(['openapi/v3/a', 'openapi/v3/x/{id} 1'])
  expect(problems).toEqual([])
  expect(pages).toEqual([
    { page: 'guide/index', frontmatter: {} },
    { page: 'openapi/v3/a', frontmatter: { title: 'x' } },
    { page: 'openapi/v3/x/{id} 1', frontmatter: { title: 'x' } },
  ])
  expect(steps).toEqual(['1/3', '2/3', '3/3'])
})

test('takes the error tables of pages without operations as those of every operation', async () => {
  const table = '| 状态码 | 错误码 | 含义\n| --- | --- | ---\n'
  await write('openapi/v3/a.md', `${page('/v3/a')}\n${table}| 404 | NOT_FOUND | 没有\n`)
  await write('guide/errors.md', `# 错误码\n\n${table}| 500 | SYSTEM_ERROR | 系统异常\n`)
  const { catalog, problems } = await compileFolder(folder)
  expect(problems).toEqual([])
  expect(catalog.operations[0]!.errors).toMatchObject([{ status: 404, code: 'NOT_FOUND' }])
  expect(catalog.errors).toEqual([{ status: 500, code: 'SYSTEM_ERROR', meaning: '系统异常', remedy: '' }])
})

test('reports two pages that declare the same request', async () => {
  await write('a.md', page('/v3/a'))
  await write('b.md', page('/v3/a'))
  const { catalog, problems } = await compileFolder(folder)
  expect(catalog.operations).toHaveLength(1)
  expect(problems.map(formatProblem)).toEqual([
    `${join(folder, 'b.md')}:4: GET /v3/a is declared twice, first in ${join(folder, 'a.md')}:4, keep one of the two`,
  ])
})

test('finds no problems in the pages of this reference', async () => {
  const { problems, catalog } = await compileFolder(join(import.meta.dirname, '../../../docs'))
  expect(problems.map(formatProblem)).toEqual([])
  expect(catalog.operations.length).toBeGreaterThan(0)
})
