import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { glob } from 'tinyglobby'
import { expect, test } from 'vitest'
import { compileFolder, unservablePages } from '../src/index.ts'

test('odd names are compiled; those that cannot be pages are reported, and found by their globs', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'names-'))
  const good = ['{x}/a.md', 'v3/a.b.md', 'Capital/空 格.md', '50%.md']
  const bad = ['a#b.md', 'q?x.md', '[b].md', 'c#/d.md']
  for (const file of [...good, ...bad]) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), '# 页面')
  }
  const { pages, problems } = await compileFolder(folder)
  expect(pages).toHaveLength(8)
  expect(problems.map(({ file, severity }) => `${severity} ${file.slice(folder.length + 1)}`).sort())
    .toEqual(bad.map(file => `warning ${file}`).sort())
  const served = await glob('**/*.md', { cwd: folder, ignore: unservablePages })
  expect(served.sort()).toEqual(good.sort())
  await rm(folder, { recursive: true })
})
