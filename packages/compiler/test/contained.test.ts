import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { contained } from '../src/contained.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'contained-')))
const folder = join(root, 'docs')
mkdirSync(join(folder, '..a'), { recursive: true })
for (const file of ['docs/a.png', 'docs/..a/b.png', 'secret.txt']) writeFileSync(join(root, file), 'x')
symlinkSync(join(root, 'secret.txt'), join(folder, 'out.txt'))
symlinkSync('a.png', join(folder, 'in.png'))
symlinkSync(folder, join(root, 'link'))
afterAll(() => rmSync(root, { recursive: true }))

it.each([
  ['a file of the folder', 'docs/a.png', 'docs/a.png'],
  ['a folder whose name begins with dots', 'docs/..a/b.png', 'docs/..a/b.png'],
  ['a link inside', 'docs/in.png', 'docs/a.png'],
  ['a way through a link to the folder', 'link/a.png', 'docs/a.png'],
])('resolves %s', (_name, path, expected) => {
  expect(contained(join(root, path), folder)).toBe(join(root, expected))
})

it.each([
  ['a file outside', 'docs/../secret.txt'],
  ['a link to a file outside', 'docs/out.txt'],
  ['a file that does not exist', 'docs/none.png'],
])('refuses %s', (_name, path) => {
  expect(contained(join(root, path), folder)).toBeUndefined()
})
