import { appendFileSync, mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compilePage } from '@wxpay-live/compiler'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { keepCompilation } from '../../page/kept-compilation.ts'

vi.mock(import('@wxpay-live/compiler'), async (load) => {
  const compiler = await load()
  return { ...compiler, compilePage: vi.fn(compiler.compilePage) }
})

const source = '---\ntitle: 查询\nrate: 150/s\n---\n# 查询 {#get}\n\n```http\nGET /v3/a\n```\n'
let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'compiled-'))
  vi.mocked(compilePage).mockClear()
})

/** Compiles pages as one start of the site does. */
function start(pages: Record<string, string>, version = '1') {
  const { compile, save } = keepCompilation(join(cache, 'compiled'), version)
  const compiled = Object.entries(pages).map(([page, text]) => compile(text, page))
  save()
  return compiled
}

describe('keepCompilation', () => {
  it('compiles only the pages that changed', () => {
    start({ 'a.md': source, 'b.md': source })
    expect(compilePage).toHaveBeenCalledTimes(2)
    start({ 'a.md': source, 'b.md': `${source}\n` })
    expect(compilePage).toHaveBeenCalledTimes(3)
    expect(compilePage).toHaveBeenLastCalledWith(`${source}\n`, 'b.md')
    start({ 'a.md': source, 'b.md': `${source}\n` })
    expect(compilePage).toHaveBeenCalledTimes(3)
  })

  it('returns what the compiler returns, lines included', () => {
    const [{ lineOf, ...compiled } = compilePage('', '')] = start({ 'a.md': source })
    const [{ lineOf: keptLineOf, ...kept } = compilePage('', '')] = start({ 'a.md': source })
    expect(kept).toEqual(compiled)
    expect(kept.operations).toHaveLength(1)
    expect(keptLineOf('rate')).toBe(lineOf('rate'))
  })

  it('compiles all pages again for another compiler', () => {
    start({ 'a.md': source })
    start({ 'a.md': source }, '2')
    expect(compilePage).toHaveBeenCalledTimes(2)
  })

  it('writes one file, and only if something changed', () => {
    start({ 'a.md': source })
    expect(readdirSync(cache)).toEqual(['compiled'])
    const file = join(cache, 'compiled')
    appendFileSync(file, ' ')
    const { size } = statSync(file)
    start({ 'a.md': source })
    expect(statSync(file).size).toBe(size)
    start({})
    expect(statSync(file).size).toBeLessThan(size)
  })
})
