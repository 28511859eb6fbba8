import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appVersion } from '../../build/app-version.ts'

it.each(['.vitepress/theme/styles/a.css', '.vitepress/config.ts', 'packages/client/src/index.ts', 'package-lock.json'])('changes with %s', (file) => {
  const repository = `${mkdtempSync(join(tmpdir(), 'repository-'))}/`
  mkdirSync(join(repository, file, '..'), { recursive: true })
  const version = (text: string) => {
    writeFileSync(join(repository, file), text)
    return appVersion(repository, 'shared')
  }
  const first = version('1')
  expect(version('2')).not.toBe(first)
  expect(version('1')).toBe(first)
  expect(appVersion(repository, 'other')).not.toBe(first)
})

it('does not change with pages and tests', () => {
  const repository = `${mkdtempSync(join(tmpdir(), 'repository-'))}/`
  const first = appVersion(repository)
  for (const file of ['docs/a.md', '.vitepress/test/a.test.ts', 'packages/client/test/a.test.ts']) {
    mkdirSync(join(repository, file, '..'), { recursive: true })
    writeFileSync(join(repository, file), '')
  }
  expect(appVersion(repository)).toBe(first)
})
