import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Catalog, Problem } from '@wxpay-live/compiler'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from './support/command.ts'

let work: string
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'cli-'))
  for (const [folder, page] of [['good', 'orders'], ['bad', 'faulty']]) {
    await cp(join(import.meta.dirname, `fixtures/${page}.md`), join(work, `${folder}/openapi/v3/page.md`))
  }
})
afterAll(() => rm(work, { recursive: true }))

const command = (...args: string[]) => runCommand(work, ...args)
const written = (file: string) => readFile(join(work, file), 'utf8')
const methods = (catalog: string) => (JSON.parse(catalog) as Catalog).operations.map(({ method }) => method)

describe('check', () => {
  it('counts pages and operations', async () => {
    expect(await command('check', 'good')).toEqual({ code: 0, stdout: '1 page, 2 operations, no problems\n', stderr: '' })
  })

  it('prints one line per problem and the counts, and exits with 1', async () => {
    const { code, stdout, stderr } = await command('check', 'bad')
    const lines = stdout.trimEnd().split('\n')
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(lines.at(-1)).toBe('1 page, 1 operation, 2 errors, 1 warning')
    expect(lines).toHaveLength(4)
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/^bad\/openapi\/v3\/page\.md:\d+: .+, .+$/)
  })

  it('prints only JSON with --json', async () => {
    const { code, stdout } = await command('check', 'bad', '--json')
    const problems = JSON.parse(stdout) as Problem[]
    expect(code).toBe(1)
    expect(problems).toHaveLength(3)
    expect(problems[0]).toEqual({
      file: 'bad/openapi/v3/page.md', line: 6, severity: 'error',
      message: expect.stringContaining('strng') as string, hint: expect.any(String) as string,
    })
    expect((await command('check', 'good', '--json')).stdout).toBe('[]\n')
  })

  it('rejects a folder without pages', async () => {
    expect(await command('check', 'nowhere'))
      .toEqual({ code: 1, stdout: '', stderr: 'wxpay-compile: no .md file found in nowhere\n' })
  })
})

describe('export', () => {
  it('writes catalog, OpenAPI and types, and makes the folder', async () => {
    expect(await command('export', 'good', '--out', 'out/deep')).toMatchObject({ code: 0, stderr: '' })
    expect(methods(await written('out/deep/catalog.json'))).toEqual(['POST', 'DELETE'])
    expect(JSON.parse(await written('out/deep/openapi.json'))).toMatchObject({ openapi: '3.1.1' })
    expect(await written('out/deep/paths.d.ts')).toContain('export interface Paths {')
  })

  it('writes nothing if there are errors', async () => {
    expect(await command('export', 'bad', '--out', 'none')).toMatchObject({ code: 1 })
    await expect(written('none/catalog.json')).rejects.toThrow('ENOENT')
  })

  it('writes what compiles with --keep-going', async () => {
    const { code, stdout } = await command('export', 'bad', '--out', 'kept', '--keep-going')
    expect(code).toBe(0)
    expect(stdout).toContain('2 errors')
    expect(methods(await written('kept/catalog.json'))).toEqual(['POST'])
  })
})

describe('wxpay-compile', () => {
  it('prints help and version', async () => {
    expect((await command('--help')).stdout).toContain('Usage: wxpay-compile')
    expect((await command('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('suggests the command for a misspelt one', async () => {
    expect(await command('chek', 'good')).toMatchObject({ code: 1, stderr: expect.stringContaining('check') as string })
  })
})
