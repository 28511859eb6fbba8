import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
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

test('leaves a link to a file outside the folder alone, reads one inside, and a folder that is a link itself', async () => {
  const root = await mkdtemp(join(tmpdir(), 'links-'))
  const docs = join(root, 'docs')
  await mkdir(docs)
  await writeFile(join(root, 'outside.md'), '# 外面')
  await writeFile(join(docs, 'inside.md'), '# 里面')
  await symlink(join(root, 'outside.md'), join(docs, 'out.md'))
  await symlink('inside.md', join(docs, 'in.md'))
  await symlink(docs, join(root, 'link'))

  const { pages, problems, unservable } = await compileFolder(join(root, 'link'))

  expect(pages.map(({ page }) => page)).toEqual(['in', 'inside'])
  expect(problems.map(({ message }) => message)).toEqual([
    'the file cannot be read: it is a link to a file outside the folder',
  ])
  expect(unservable).toEqual(['out.md'])
  await rm(root, { recursive: true })
})
