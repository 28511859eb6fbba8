import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { glob } from 'tinyglobby'
import { expect, test } from 'vitest'
import { compileFolder } from '../src/index.ts'

test('reports files that cannot be pages and returns globs that match only them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'names-'))
  const good = ['{x}/a.md', 'v3/a.b.md', 'Capital/空 格.md']
  const bad = ['a#b.md', 'q?x.md', '[b].md', '50%.md', 'c#/d.md', 'gbk.md']
  for (const file of [...good, ...bad]) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), file === 'gbk.md' ? Buffer.from('d2b3c3e6', 'hex') : '# 页面')
  }
  await mkdir(join(folder, 'folder.md'))
  const { pages, problems, unservable } = await compileFolder(folder)
  expect(pages).toHaveLength(9)
  expect(problems.map(({ file, severity }) => `${severity} ${file.slice(folder.length + 1)}`).sort())
    .toEqual([...bad, 'folder.md'].map(file => `warning ${file}`).sort())
  const served = await glob('**/*.md', { cwd: folder, ignore: unservable })
  expect(served.sort()).toEqual(good.sort())
  await rm(folder, { recursive: true })
})
