import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { publint } from 'publint'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { unpackPackage, userEnvironment } from '../../../scripts/pack.ts'

const tarballs = inject('tarballs')
const project = mkdtempSync(join(tmpdir(), 'project-'))

beforeAll(() => {
  writeFileSync(join(project, 'package.json'), '{}')
  mkdirSync(join(project, 'docs'))
  copyFileSync(new URL('../../cli/test/fixtures/orders.md', import.meta.url), join(project, 'docs/orders.md'))
  unpackPackage(project, 'wxpay-compile', tarballs)
})

const run = (...args: string[]) =>
  execFileSync('npx', ['wxpay-compile', ...args], { cwd: project, env: userEnvironment(), encoding: 'utf8' })

describe('the packed wxpay-compile', () => {
  it('checks pages', () => {
    expect(run('check', 'docs')).toBe('1 page, 2 operations, no problems\n')
  })

  it('exports the catalog', () => {
    run('export', 'docs', '--out', 'data')
    expect(JSON.parse(readFileSync(join(project, 'data/catalog.json'), 'utf8')).operations).toHaveLength(2)
  })

  it.each(['typescript', 'php'])('runs examples in %s', (language) => {
    expect(run('run', 'docs', '--style', '1', '--lang', language)).toBe('2 examples, 0 failed\n')
  })

  it.each([
    'wxpay-compile', '@wxpay-live/cli', '@wxpay-live/compiler', '@wxpay-live/runner',
  ])('is right for publint, like what it depends on: %s', async (name) => {
    const { buffer, byteOffset, byteLength } = readFileSync(tarballs[name]!)
    const tarball = buffer.slice(byteOffset, byteOffset + byteLength)
    const { messages } = await publint({ pack: { tarball }, strict: true })
    expect(messages).toEqual([])
  })
})
